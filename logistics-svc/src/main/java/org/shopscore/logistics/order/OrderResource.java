package org.shopscore.logistics.order;

import static org.jboss.resteasy.reactive.RestResponse.Status.CREATED;
import static org.jboss.resteasy.reactive.RestResponse.Status.OK;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.problem.FactId;
import org.shopscore.problem.IfMatch;
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

    private final OrderCommands orders;
    private final Clock clock;

    OrderResource(OrderCommands orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @PUT
    @Operation(
            summary = "Take in a paid order, or edit it",
            description = "With If-Match the terms are replaced; without it an order that exists is only compared.")
    @APIResponseSchema(value = OrderView.class, responseCode = "201", responseDescription = "new")
    @APIResponse(
            responseCode = "200",
            description = "the same again, or edited",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(responseCode = "404", description = "unknown-order: there is nothing to edit")
    @APIResponse(responseCode = "409", description = "order-differs: it exists with other facts")
    @APIResponse(responseCode = "412", description = "version-differs: it has changed since that version")
    public Uni<RestResponse<OrderView>> put(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String orderId,
            @RestHeader(IfMatch.HEADER) @Parameter(description = "the version to edit, as ETag gave it") String ifMatch,
            @Valid @NotNull(message = GIVEN) OrderRequest body) {
        var id = new OrderId(shopId, orderId);
        var offer = body.offer(clock.instant());
        return ifMatch == null
                ? orders.place(id, offer).map(placed -> answer(placed.isNew() ? CREATED : OK, placed.order()))
                : orders.edit(id, offer, ifMatch).map(edited -> answer(OK, edited));
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
        return tell(OrderMove.pickedUp(new OrderId(shopId, orderId), past("pickedUpAt", body.pickedUpAt())));
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
        return tell(OrderMove.signed(new OrderId(shopId, orderId), past("signedAt", body.signedAt())));
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
        return tell(OrderMove.cancelled(new OrderId(shopId, orderId), past("cancelledAt", body.cancelledAt())));
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
        return tell(OrderMove.refunded(new OrderId(shopId, orderId), past("refundedAt", body.refundedAt())));
    }

    @GET
    @Operation(summary = "An order as it is known now")
    @APIResponseSchema(value = OrderView.class, responseDescription = "the order as it is known now")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<RestResponse<OrderView>> get(@ShopId @RestPath String shopId, @FactId @RestPath String orderId) {
        return orders.find(new OrderId(shopId, orderId)).map(order -> answer(OK, order));
    }

    @GET
    @Path("/history")
    @Operation(summary = "How the order came to be as it is, oldest step first")
    @APIResponseSchema(value = HistoryView.class, responseDescription = "one step a version")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<HistoryView> getHistory(@ShopId @RestPath String shopId, @FactId @RestPath String orderId) {
        return orders.history(new OrderId(shopId, orderId)).map(steps -> new HistoryView(shopId, orderId, steps));
    }

    private Uni<OrderView> tell(OrderMove move) {
        return orders.tell(move).map(OrderView::of);
    }

    private Instant past(String field, Instant given) {
        return Instants.past(field, given, clock.instant());
    }

    private static RestResponse<OrderView> answer(RestResponse.Status status, StoredOrder order) {
        return RestResponse.ResponseBuilder.create(status, OrderView.of(order))
                .header(HttpHeaders.ETAG, IfMatch.tag(order.version()))
                .build();
    }
}
