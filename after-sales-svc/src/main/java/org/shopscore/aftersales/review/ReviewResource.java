package org.shopscore.aftersales.review;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

/** For the desk of the after-sales team: what buyers say of their orders' goods. */
@Path("/v1/shops/{shopId}/orders/{orderId}/reviews")
@Tag(
        name = "Reviews",
        description = "Product reviews of an order; the first one counts, on the day the order was signed for")
class ReviewResource {

    private static final String GIVEN = "must be given";
    private static final String STARS = "must be 1 to 5";

    @Schema(name = "Rating")
    record Rating(
            @NotNull(message = GIVEN) @Min(value = 1, message = STARS) @Max(value = 5, message = STARS)
            Integer stars,

            @NotNull(message = GIVEN) Instant ratedAt) {}

    @Schema(name = "Removal")
    record Removal(
            @NotNull(message = GIVEN) @Schema(examples = "2026-03-09T01:00:00Z")
            Instant removedAt) {}

    @Schema(name = "Review")
    record View(String reviewId, int stars, Instant ratedAt, Instant removedAt) {
        static View of(Review review) {
            return new View(
                    review.reviewId(),
                    review.stars(),
                    review.ratedAt(),
                    review.removedAt().orElse(null));
        }
    }

    @Schema(name = "OrderReviews")
    record OrderView(String shopId, String orderId, List<View> reviews) {}

    private final Reviews reviews;
    private final Clock clock;

    ReviewResource(Reviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @PUT
    @Path("/{reviewId}")
    @Operation(summary = "Tell a review; it may come before the order's own facts")
    @APIResponseSchema(value = View.class, responseCode = "201", responseDescription = "It was not known")
    @APIResponse(
            responseCode = "200",
            description = "The same was told before",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "409", description = "review-differs: it is known with other stars or another time")
    @APIResponse(responseCode = "422", description = "time-in-future, time-too-old, bound-broken")
    public Uni<RestResponse<View>> give(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String orderId,
            @FactId @RestPath String reviewId,
            @Valid @NotNull(message = GIVEN) Rating rating) {
        var ratedAt = Instants.past("ratedAt", rating.ratedAt(), clock.instant());
        return reviews.give(new OrderKey(shopId, orderId), Review.given(reviewId, rating.stars(), ratedAt))
                .map(given -> RestResponse.status(
                        given.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, View.of(given.review())));
    }

    @PUT
    @Path("/{reviewId}/removal")
    @Operation(summary = "Remove a fake review; told twice, the earlier instant is kept")
    @APIResponseSchema(value = View.class, responseDescription = "The removed review")
    @APIResponse(responseCode = "404", description = "unknown-review")
    public Uni<View> remove(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String orderId,
            @FactId @RestPath String reviewId,
            @Valid @NotNull(message = GIVEN) Removal removal) {
        var removedAt = Instants.past("removedAt", removal.removedAt(), clock.instant());
        return reviews.remove(new OrderKey(shopId, orderId), reviewId, removedAt)
                .map(View::of);
    }

    @GET
    @Operation(summary = "All reviews of an order, the first one first")
    @APIResponseSchema(value = OrderView.class, responseDescription = "Its reviews, removed ones too")
    @APIResponse(responseCode = "404", description = "unknown-order: neither a review nor a fact of it has come")
    public Uni<OrderView> ofOrder(@ShopId @RestPath String shopId, @FactId @RestPath String orderId) {
        return reviews.find(new OrderKey(shopId, orderId))
                .map(order -> new OrderView(
                        shopId, orderId, order.reviews().stream().map(View::of).toList()));
    }
}
