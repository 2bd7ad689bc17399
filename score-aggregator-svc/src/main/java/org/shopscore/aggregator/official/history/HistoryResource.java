package org.shopscore.aggregator.official.history;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.tile.AskedDay;
import org.shopscore.metric.BusinessDay;
import org.shopscore.problem.Refused;
import org.shopscore.problem.ShopId;

/** A shop's official scores over time. */
@Path("/v1/shops/{shopId}/scores")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Official scores")
class HistoryResource {

    private static final int MOST_DAYS = 400;

    @Schema(name = "OfficialScores")
    record Trend(String shopId, List<Official> scores) {}

    private final History history;
    private final Clock clock;

    HistoryResource(History history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listOfficialScores",
            summary = "The official score of each day, newest revision, both ends included, at most 400 days")
    @APIResponseSchema(value = Trend.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-shop")
    @APIResponse(responseCode = "422", description = "day-out-of-range: it is still to come")
    public Uni<Trend> scores(
            @RestPath @ShopId String shopId,
            @Parameter(required = true, schema = @Schema(type = SchemaType.STRING, format = "date")) @RestQuery
                    String from,
            @Parameter(required = true, schema = @Schema(type = SchemaType.STRING, format = "date")) @RestQuery
                    String to) {
        LocalDate first = past("from", from);
        LocalDate last = past("to", to);
        if (first.isAfter(last)) {
            throw Refused.field(400, "invalid-field", "from", "must not be after to, " + to, from);
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw Refused.field(400, "invalid-field", "to", "must be at most " + MOST_DAYS + " days from " + from, to);
        }
        return history.trend(shopId, first, last).map(found -> new Trend(shopId, found));
    }

    @GET
    @Path("/{statDate}")
    @Operation(
            operationId = "listOfficialRevisions",
            summary = "Every revision of a day's official score, the published one first, each with what changed it",
            description =
                    "What the shop holds by the day is judged again from a corrected day on, and is not kept by revision: entitlements, the same on all of them, is what it holds by the day as is known now.")
    @APIResponseSchema(value = Trend.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-shop")
    @APIResponse(responseCode = "422", description = "day-out-of-range: it is still to come")
    public Uni<Trend> revisions(
            @RestPath @ShopId String shopId,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @RestPath String statDate) {
        return history.revisions(shopId, past("statDate", statDate)).map(found -> new Trend(shopId, found));
    }

    private LocalDate past(String field, String given) {
        return AskedDay.past(field, given, BusinessDay.of(clock.instant()));
    }
}
