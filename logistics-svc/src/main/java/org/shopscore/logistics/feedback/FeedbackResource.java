package org.shopscore.logistics.feedback;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.problem.FactId;
import org.shopscore.problem.ShopId;

/** What a shop's buyer thinks of a delivery. */
@Path("/v1/shops/{shopId}/shipments/{shipmentId}/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "delivery feedback")
class FeedbackResource {

    private final Feedbacks feedbacks;
    private final Clock clock;

    FeedbackResource(Feedbacks feedbacks, Clock clock) {
        this.feedbacks = feedbacks;
        this.clock = clock;
    }

    @PUT
    @Operation(summary = "Take in a buyer's feedback on a delivery", description = "Of a parcel the first counts.")
    @APIResponseSchema(value = FeedbackView.class, responseCode = "201", responseDescription = "new")
    @APIResponse(
            responseCode = "200",
            description = "the same again",
            content = @Content(schema = @Schema(implementation = FeedbackView.class)))
    @APIResponse(responseCode = "404", description = "unknown-shipment")
    @APIResponse(responseCode = "409", description = "feedback-differs: another one was given before")
    public Uni<RestResponse<FeedbackView>> put(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @Valid @NotNull(message = FeedbackRequest.GIVEN) FeedbackRequest body) {
        return feedbacks
                .give(new ShipmentId(shopId, shipmentId), body.feedback(clock.instant()))
                .map(given -> RestResponse.ResponseBuilder.create(
                                given.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                                FeedbackView.of(given.stored()))
                        .build());
    }

    @GET
    @Operation(summary = "The feedback on a delivery")
    @APIResponseSchema(value = FeedbackView.class, responseDescription = "as it was given")
    @APIResponse(responseCode = "404", description = "unknown-shipment, no-feedback")
    public Uni<FeedbackView> get(@ShopId @RestPath String shopId, @FactId @RestPath String shipmentId) {
        return feedbacks.find(new ShipmentId(shopId, shipmentId)).map(FeedbackView::of);
    }
}
