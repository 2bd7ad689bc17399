package org.shopscore.logistics.feedback;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.logistics.waybill.CarrierCode;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.ShopId;

/** The logistics desk's list of what buyers think of deliveries. */
@Path("/v1/delivery-feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "delivery feedback")
class FeedbackDesk {

    private static final String SIZE = "must be within 1 and " + PageToken.MOST;
    private static final String STARS = "must be within 1 and 5";

    private final Feedbacks feedbacks;

    FeedbackDesk(Feedbacks feedbacks) {
        this.feedbacks = feedbacks;
    }

    @GET
    @Operation(
            summary = "Feedback on deliveries, the newest first",
            description =
                    "With atMost below 5 only what calls for somebody: no more points than that for attitude or speed, or"
                            + " anything damaged.")
    @APIResponseSchema(value = FeedbackView.Page.class, responseDescription = "a page")
    public Uni<FeedbackView.Page> list(
            @RestQuery Optional<@CarrierCode String> carrier,
            @RestQuery Optional<@ShopId String> shopId,
            @RestQuery @DefaultValue("5") @Min(value = 1, message = STARS) @Max(value = 5, message = STARS) int atMost,
            @RestQuery @DefaultValue("50") @Min(value = 1, message = SIZE) @Max(value = PageToken.MOST, message = SIZE)
                    int pageSize,
            @RestQuery Optional<String> pageToken) {
        var query = FeedbackQuery.of(carrier, shopId, atMost, pageToken.orElse(""));
        return feedbacks.page(query, pageSize + 1).map(found -> FeedbackView.Page.of(found, pageSize));
    }
}
