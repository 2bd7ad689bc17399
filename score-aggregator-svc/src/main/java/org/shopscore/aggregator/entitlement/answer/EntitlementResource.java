package org.shopscore.aggregator.entitlement.answer;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.shopscore.problem.ShopId;

/** What a shop's official score entitles it to, for the shop and for the platform's backends. */
@Path("/v1/shops/{shopId}/entitlements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entitlements")
class EntitlementResource {

    private final Entitlements entitlements;

    EntitlementResource(Entitlements entitlements) {
        this.entitlements = entitlements;
    }

    @GET
    @Operation(
            operationId = "getEntitlements",
            summary =
                    "Each entitlement, held or not, with the reason, the days that decided, and when it can pass next",
            description =
                    "By the newest official score. The earliest day is the first on which the outcome could change, if each coming day earned full marks.")
    @APIResponseSchema(value = EntitlementAnswer.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-shop, unknown-score")
    public Uni<EntitlementAnswer> entitlements(@RestPath @ShopId String shopId) {
        return entitlements.of(shopId);
    }
}
