package org.shopscore.aftersales.review;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.shopscore.metric.MetricEvent;
import org.shopscore.outbox.Outbox;
import org.shopscore.problem.Refused;

/** Load, change, save, and leave the difference in the outbox: one transaction for everything that is said of a review. */
@ApplicationScoped
class Reviews {

    private final Outbox outbox;

    Reviews(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param isNew whether it was not known before */
    record Given(Review review, boolean isNew) {}

    /** @throws Refused 409 {@code review-differs} when the review is known with other stars or another time */
    @WithTransaction
    Uni<Given> give(OrderKey key, Review review) {
        return OrderReviewsRow.lockOrAdd(key)
                .chain(row -> order(key, row)
                        .chain(order -> order.review(review.reviewId())
                                .map(known -> same(known, review))
                                .orElseGet(() -> add(key, row, order, review))));
    }

    /** @throws Refused 404 {@code unknown-review} */
    @WithTransaction
    Uni<Review> remove(OrderKey key, String reviewId, Instant at) {
        return OrderReviewsRow.lock(key)
                .onItem()
                .ifNull()
                .failWith(() -> unknownReview(reviewId))
                .chain(row -> order(key, row).chain(order -> {
                    var known = order.review(reviewId).orElseThrow(() -> unknownReview(reviewId));
                    var removed = known.removed(at);
                    return removed.equals(known) ? Uni.createFrom().item(known) : remove(key, row, order, removed);
                }));
    }

    /** @throws Refused 404 {@code unknown-order} when neither a review nor a fact of it has come */
    @WithSession
    Uni<RatedOrder> find(OrderKey key) {
        return OrderReviewsRow.<OrderReviewsRow>findById(key.toString())
                .onItem()
                .ifNull()
                .failWith(() -> new Refused(404, "unknown-order", "nothing is known of order " + key.orderId()))
                .chain(row -> order(key, row));
    }

    private static Uni<RatedOrder> order(OrderKey key, OrderReviewsRow row) {
        return ReviewRow.ofOrder(key).map(row::order);
    }

    private static Uni<Given> same(Review known, Review given) {
        if (!known.sameRating(given)) {
            throw new Refused(409, "review-differs", "review " + known.reviewId() + " was given otherwise")
                    .with("stars", known.stars())
                    .with("ratedAt", known.ratedAt());
        }
        return Uni.createFrom().item(new Given(known, false));
    }

    private Uni<Given> add(OrderKey key, OrderReviewsRow row, RatedOrder order, Review review) {
        var difference = row.become(ReviewMeasures.of(order.with(review)));
        var event = ReviewEvent.of(key, review.ratedAt(), difference);
        return ReviewRow.of(key, review)
                .persist()
                .chain(() -> save(row, "REVIEW " + review.reviewId(), review.ratedAt(), event))
                .replaceWith(new Given(review, true));
    }

    private Uni<Review> remove(OrderKey key, OrderReviewsRow row, RatedOrder order, Review removed) {
        var at = removed.removedAt().orElseThrow();
        var difference = row.become(ReviewMeasures.of(order.with(removed)));
        var event = ReviewEvent.ofRemoval(key, at, removed.ratedAt(), difference);
        return ReviewRow.<ReviewRow>findById(new ReviewRow.Key(key.toString(), removed.reviewId()))
                .invoke(known -> known.become(removed))
                .chain(() -> save(row, "REMOVAL " + removed.reviewId(), at, event))
                .replaceWith(removed);
    }

    private Uni<Void> save(OrderReviewsRow row, String what, Instant at, Optional<MetricEvent> event) {
        return ReviewHistoryRow.of(row, what, at)
                .persist()
                .chain(Panache::getSession)
                .chain(session -> outbox.append(session, event.stream().toList()));
    }

    private static Refused unknownReview(String reviewId) {
        return new Refused(404, "unknown-review", "there is no review " + reviewId + " of this order");
    }
}
