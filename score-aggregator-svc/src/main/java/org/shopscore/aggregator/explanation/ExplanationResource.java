package org.shopscore.aggregator.explanation;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.aggregator.tile.AskedDay;
import org.shopscore.metric.BusinessDay;
import org.shopscore.problem.ShopId;

/** Why a shop has the score it has. */
@Path("/v1/shops/{shopId}/score/explanation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Explanations")
class ExplanationResource {

    private final Explanations explanations;
    private final Clock clock;

    ExplanationResource(Explanations explanations, Clock clock) {
        this.explanations = explanations;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getExplanation",
            summary =
                    "What each metric gave and cost, compared with last week and with the category, in figures and in words: official and provisional",
            description = "With from, a day up to today: also what led from that day's score to this one.")
    @APIResponseSchema(value = Explanation.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-shop")
    @APIResponse(responseCode = "422", description = "day-out-of-range: it is still to come")
    public Uni<Explanation> explanation(
            @RestPath @ShopId String shopId,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @RestQuery String from) {
        Instant now = clock.instant();
        LocalDate today = BusinessDay.of(now);
        return explanations.of(shopId, now, Optional.ofNullable(from).map(day -> AskedDay.past("from", day, today)));
    }
}
