package org.shopscore.logistics.tracking;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.problem.FactId;
import org.shopscore.problem.ShopId;

/** Where an order is, for the platform's chat desk, which may know the order alone. */
@Path("/v1/orders/{orderId}/tracking")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tracking")
class ChatTrackingResource {

    private final Tracking tracking;

    ChatTrackingResource(Tracking tracking) {
        this.tracking = tracking;
    }

    @GET
    @Operation(
            summary = "The same by the order's id alone",
            description = "Order ids are a shop's own; with shopId the answer is that shop's.")
    @APIResponseSchema(value = TrackingView.class, responseDescription = "as it is known now")
    @APIResponse(responseCode = "404", description = "unknown-order")
    @APIResponse(
            responseCode = "409",
            description = "order-ambiguous: several shops have an order of this id, and shopIds names them")
    public Uni<TrackingView> get(@FactId @RestPath String orderId, @RestQuery Optional<@ShopId String> shopId) {
        return shopId.map(shop -> tracking.of(new OrderId(shop, orderId))).orElseGet(() -> tracking.ofAnyShop(orderId));
    }
}
