package org.shopscore.suite.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.OrderFact;
import org.shopscore.suite.replay.Olist.Order;
import org.shopscore.suite.replay.Olist.Review;

/** When the reviews of one order were given: such that the first by answer time, else creation date, stays the first. */
final class OlistReviews {

    private final Order order;
    private final List<Review> reviews;
    private final Consumer<SetRight> setRight;

    OlistReviews(Order order, Olist rows, Consumer<SetRight> setRight) {
        this.order = order;
        this.reviews = rows.reviews().getOrDefault(order.orderId(), List.of());
        this.setRight = setRight;
    }

    List<Fact> facts(String seller) {
        return reviews.stream()
                .<Fact>map(review -> new OrderFact.Reviewed(
                        seller, order.orderId(), review.reviewId(), review.stars(), ratedAt(review)))
                .toList();
    }

    private Instant ratedAt(Review review) {
        if (review.answeredAt().isPresent()) {
            return review.answeredAt().get();
        }
        setRight.accept(review.createdAt().isPresent() ? SetRight.RATED_AT_CREATION : SetRight.RATED_LAST);
        return review.createdAt().orElseGet(this::afterAllElse);
    }

    private Instant afterAllElse() {
        var ofOrder = Stream.of(
                Optional.of(order.purchasedAt()), order.approvedAt(), order.handedOverAt(), order.deliveredAt());
        var ofReviews = reviews.stream().map(review -> review.answeredAt().or(review::createdAt));
        return Stream.concat(ofOrder, ofReviews)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(Duration.ofSeconds(1));
    }
}
