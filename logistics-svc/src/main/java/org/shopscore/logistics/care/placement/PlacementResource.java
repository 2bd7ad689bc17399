package org.shopscore.logistics.care.placement;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.logistics.buyer.BuyerRef;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.problem.FactId;
import org.shopscore.problem.Instants;
import org.shopscore.problem.ShopId;

/** What the platform's order feed tells before an order is paid: it measures nothing, and its buyer is told. */
@Path("/v1/shops/{shopId}/orders/{orderId}/placement")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "order care")
class PlacementResource {

    private static final String GIVEN = "must be given";

    @Schema(name = "Placement")
    record Body(
            @NotNull(message = GIVEN) @Schema(examples = "2026-03-01T03:55:00Z")
            Instant orderedAt,

            @Schema(description = "opaque; no phone number, no name", examples = "b-7f3a")
            Optional<@BuyerRef String> buyerRef) {}

    private final Placements placements;
    private final Clock clock;

    PlacementResource(Placements placements, Clock clock) {
        this.placements = placements;
        this.clock = clock;
    }

    @PUT
    @Operation(summary = "Take in that an order is placed")
    @APIResponseSchema(value = Body.class, responseCode = "201", responseDescription = "new")
    @APIResponse(
            responseCode = "200",
            description = "the same again",
            content = @Content(schema = @Schema(implementation = Body.class)))
    @APIResponse(responseCode = "409", description = "placement-differs: it was placed otherwise")
    public Uni<RestResponse<Body>> put(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String orderId,
            @Valid @NotNull(message = GIVEN) Body body) {
        var placement = new Placement(Instants.past("orderedAt", body.orderedAt(), clock.instant()), body.buyerRef());
        return placements
                .place(new OrderId(shopId, orderId), placement)
                .map(isNew -> RestResponse.ResponseBuilder.create(
                                isNew ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                                new Body(placement.orderedAt(), placement.buyerRef()))
                        .build());
    }
}
