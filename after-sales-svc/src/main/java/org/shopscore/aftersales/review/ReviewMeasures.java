package org.shopscore.aftersales.review;

import static org.shopscore.metric.Measures.REVIEW_NEGATIVE;
import static org.shopscore.metric.Measures.REVIEW_ORDERS_RATED;
import static org.shopscore.metric.Measures.REVIEW_STARS;

import java.time.Instant;
import java.util.function.Predicate;
import org.shopscore.metric.Contribution;

/** What a rated order adds to its shop's measures: its first rating, on the day the order was signed for. */
final class ReviewMeasures {

    static Contribution of(RatedOrder order) {
        return order.countedSignature()
                .flatMap(signedAt -> order.first()
                        .filter(Predicate.not(review -> review.removedAt().isPresent()))
                        .map(first -> of(first, signedAt)))
                .orElse(Contribution.none());
    }

    private static Contribution of(Review first, Instant signedAt) {
        return Contribution.none()
                .plus(signedAt, REVIEW_ORDERS_RATED, 1)
                .plus(signedAt, REVIEW_STARS, first.stars())
                .plus(signedAt, REVIEW_NEGATIVE, first.negative() ? 1 : 0);
    }

    private ReviewMeasures() {}
}
