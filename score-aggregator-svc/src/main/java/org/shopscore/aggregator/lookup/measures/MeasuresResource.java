package org.shopscore.aggregator.lookup.measures;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.aggregator.tile.AskedDay;
import org.shopscore.aggregator.tile.shop.ShopDays;
import org.shopscore.problem.Refused;
import org.shopscore.problem.ShopId;

/** The counters behind a score. */
@Path("/v1/shops/{shopId}/measures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scores")
class MeasuresResource {

    private static final int MOST_DAYS = 400;

    private final ShopDays days;

    MeasuresResource(ShopDays days) {
        this.days = days;
    }

    @GET
    @Operation(
            operationId = "listMeasures",
            summary = "What was counted for a shop on each business day, both ends included, at most 400 days")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-shop")
    public Uni<MeasuresAnswer> measures(
            @RestPath @ShopId String shopId,
            @Parameter(required = true, schema = @Schema(type = SchemaType.STRING, format = "date")) @RestQuery
                    String from,
            @Parameter(required = true, schema = @Schema(type = SchemaType.STRING, format = "date")) @RestQuery
                    String to) {
        LocalDate first = AskedDay.required("from", from);
        LocalDate last = AskedDay.required("to", to);
        if (first.isAfter(last)) {
            throw Refused.field(400, "invalid-field", "from", "must not be after to, " + to, from);
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw Refused.field(400, "invalid-field", "to", "must be at most " + MOST_DAYS + " days from " + from, to);
        }
        return days.of(shopId, first, last).map(found -> MeasuresAnswer.of(shopId, found.days()));
    }
}
