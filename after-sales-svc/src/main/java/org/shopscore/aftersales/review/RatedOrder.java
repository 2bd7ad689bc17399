package org.shopscore.aftersales.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.metric.OrderFacts;

/**
 * An order as its reviews see it: what is known of the order, and every rating it was given.
 *
 * @param facts   absent until they have come from where orders live
 * @param reviews removed ones too, because a later rating does not take the place of a fake first one
 */
record RatedOrder(Optional<OrderFacts> facts, List<Review> reviews) {

    RatedOrder {
        reviews = reviews.stream().sorted(Review.BY_RATING).toList();
    }

    /** The review takes the place of one with its id. */
    RatedOrder with(Review review) {
        var others = reviews.stream().filter(other -> !other.reviewId().equals(review.reviewId()));
        return new RatedOrder(facts, Stream.concat(others, Stream.of(review)).toList());
    }

    Optional<Review> review(String reviewId) {
        return reviews.stream()
                .filter(review -> review.reviewId().equals(reviewId))
                .findFirst();
    }

    Optional<Review> first() {
        return reviews.stream().findFirst();
    }

    /** When the order was signed for, if it counts at all. */
    Optional<Instant> countedSignature() {
        return facts.filter(OrderFacts::valid).flatMap(OrderFacts::signedAt);
    }
}
