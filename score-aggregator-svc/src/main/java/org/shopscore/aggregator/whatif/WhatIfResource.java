package org.shopscore.aggregator.whatif;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.problem.Refused;
import org.shopscore.problem.ShopId;

/** What the people of a shop ask about facts that have not happened yet. Nothing of it changes anything. */
@Path("/v1/shops/{shopId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "What if")
class WhatIfResource {

    private static final int MOST_DAYS = 29;

    private final WhatIfs whatIfs;

    WhatIfResource(WhatIfs whatIfs) {
        this.whatIfs = whatIfs;
    }

    @POST
    @Path("/what-if")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askWhatIf",
            summary = "The score with other measures, or the cheapest single-metric ways to a score",
            description = "Reads only: the same question has the same answer as long as no fact comes in.")
    @APIResponseSchema(value = WhatIfAnswer.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-shop")
    @APIResponse(responseCode = "422", description = "less-than-nothing, sum-out-of-bounds")
    public Uni<WhatIfAnswer> whatIf(
            @RestPath @ShopId String shopId, @NotNull(message = "must be given") WhatIfRequest body) {
        return body.checkedChanges()
                .map(changes -> whatIfs.changed(shopId, changes))
                .orElseGet(() -> whatIfs.reaching(shopId, body.checkedTarget()));
    }

    @GET
    @Path("/score/attribution")
    @Operation(
            operationId = "getAttribution",
            summary =
                    "What one more good or bad fact of each kind, of a metric or a bonus, and one more verdict gains or costs today")
    @APIResponseSchema(value = Attribution.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "unknown-shop")
    public Uni<Attribution> attribution(@RestPath @ShopId String shopId) {
        return whatIfs.attribution(shopId);
    }

    @GET
    @Path("/score/roll-off")
    @Operation(
            operationId = "getRollOff",
            summary = "What the coming days do as the oldest days leave the window, 1 to 29 days, 7 unless said")
    @APIResponseSchema(value = RollOffAnswer.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-shop")
    public Uni<RollOffAnswer> rollOff(@RestPath @ShopId String shopId, @RestQuery @DefaultValue("7") String days) {
        if (!days.matches("[0-9]{1,2}") || Integer.parseInt(days) < 1 || Integer.parseInt(days) > MOST_DAYS) {
            throw Refused.field(400, "invalid-field", "days", "must be from 1 to " + MOST_DAYS, days);
        }
        return whatIfs.rollOff(shopId, Integer.parseInt(days));
    }
}
