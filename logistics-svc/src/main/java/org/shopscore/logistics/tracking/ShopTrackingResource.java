package org.shopscore.logistics.tracking;

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
import org.shopscore.logistics.order.OrderId;
import org.shopscore.problem.FactId;
import org.shopscore.problem.ShopId;

/** Where an order of a shop is, for its chat desk and its buyers. */
@Path("/v1/shops/{shopId}/orders/{orderId}/tracking")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tracking")
class ShopTrackingResource {

    private final Tracking tracking;

    ShopTrackingResource(Tracking tracking) {
        this.tracking = tracking;
    }

    @GET
    @Operation(
            summary = "An order's parcels, their scans, what is wrong with them, and when they will arrive",
            description =
                    "The estimate comes from the lane's own history when that is enough, else from the lane's time, and"
                            + " says which; it never lies in the past.")
    @APIResponseSchema(value = TrackingView.class, responseDescription = "as it is known now")
    @APIResponse(responseCode = "404", description = "unknown-order")
    public Uni<TrackingView> get(@ShopId @RestPath String shopId, @FactId @RestPath String orderId) {
        return tracking.of(new OrderId(shopId, orderId));
    }
}
