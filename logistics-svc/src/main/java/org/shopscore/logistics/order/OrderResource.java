package org.shopscore.logistics.order;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.problem.FactId;
import org.shopscore.problem.Instants;
import org.shopscore.problem.ShopId;

/** What the platform's order and waybill feeds tell of a shop's orders. Facts have their own keys: telling one again is harmless. */
@Path("/v1/shops/{shopId}/orders/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
class OrderResource {

    private static final String GIVEN = OrderRequest.GIVEN;
    private static final String UNKNOWN = "unknown-order";

    private final Orders orders;
    private final Clock clock;

    OrderResource(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @PUT
    @Operation(summary = "Take in a paid order")
    @APIResponseSchema(value = OrderView.class, responseCode = "201", responseDescription = "new")
    @APIResponse(
            responseCode = "200",
            description = "the same again",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(responseCode = "409", description = "order-differs: it exists with other facts")
    public Uni<RestResponse<OrderView>> put(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String orderId,
            @Valid @NotNull(message = GIVEN) OrderRequest body) {
        return orders.place(new OrderId(shopId, orderId), body.terms(clock.instant()))
                .map(placed -> RestResponse.ResponseBuilder.create(
                                placed.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                                OrderView.of(placed.row()))
                        .build());
    }

    @PUT
    @Path("/pickup")
    @Operation(
            summary = "The carrier has picked up all parcels",
            description = "Of several tellings the earliest counts.")
    @APIResponseSchema(value = OrderView.class, responseDescription = "the order as it is known now")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<OrderView> putPickup(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String orderId,
            @Valid @NotNull(message = GIVEN) Told.Pickup body) {
        return tell(shopId, orderId, Fact.PICKED_UP, "pickedUpAt", body.pickedUpAt());
    }

    @PUT
    @Path("/signature")
    @Operation(summary = "The last parcel is signed for", description = "Of several tellings the earliest counts.")
    @APIResponseSchema(value = OrderView.class, responseDescription = "the order as it is known now")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<OrderView> putSignature(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String orderId,
            @Valid @NotNull(message = GIVEN) Told.Signature body) {
        return tell(shopId, orderId, Fact.SIGNED, "signedAt", body.signedAt());
    }

    @PUT
    @Path("/cancellation")
    @Operation(
            summary = "The order is cancelled",
            description = "A hand-over that was earlier and becomes known later makes it void.")
    @APIResponse(responseCode = "409", description = "order-handed-over: it was with the carrier by then")
    @APIResponseSchema(value = OrderView.class, responseDescription = "the order as it is known now")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<OrderView> putCancellation(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String orderId,
            @Valid @NotNull(message = GIVEN) Told.Cancellation body) {
        return tell(shopId, orderId, Fact.CANCELLED, "cancelledAt", body.cancelledAt());
    }

    @PUT
    @Path("/refund")
    @Operation(summary = "The order is refunded", description = "Within 60 s of the payment it was no valid order.")
    @APIResponseSchema(value = OrderView.class, responseDescription = "the order as it is known now")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<OrderView> putRefund(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String orderId,
            @Valid @NotNull(message = GIVEN) Told.Refund body) {
        return tell(shopId, orderId, Fact.REFUNDED, "refundedAt", body.refundedAt());
    }

    @GET
    @Operation(summary = "An order as it is known now")
    @APIResponseSchema(value = OrderView.class, responseDescription = "the order as it is known now")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<OrderView> get(@ShopId @RestPath String shopId, @FactId @RestPath String orderId) {
        return orders.find(new OrderId(shopId, orderId)).map(OrderView::of);
    }

    @GET
    @Path("/history")
    @Operation(summary = "How the order came to be as it is, oldest step first")
    @APIResponseSchema(value = HistoryView.class, responseDescription = "one step a version")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<HistoryView> getHistory(@ShopId @RestPath String shopId, @FactId @RestPath String orderId) {
        var id = new OrderId(shopId, orderId);
        return orders.history(id).map(rows -> HistoryView.of(id, rows));
    }

    private Uni<OrderView> tell(String shopId, String orderId, Fact fact, String field, Instant given) {
        Instant at = Instants.past(field, given, clock.instant());
        return orders.tell(new OrderId(shopId, orderId), fact, at).map(OrderView::of);
    }
}
