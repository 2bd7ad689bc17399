package org.shopscore.aftersales.review;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.OrderFacts;

/** The order of some reviews: its facts as far as they have come, and what its rating contributes. */
@Entity
@Table(name = "order_reviews")
class OrderReviewsRow extends PanacheEntityBase {

    private static final String ADD =
            "insert into order_reviews (key, contribution) values (:key, :none) on conflict do nothing";

    @Id
    String key;

    Instant paidAt;
    Boolean valid;
    Instant signedAt;
    Long factsVersion;
    String contribution;

    /** The row, locked, or null when nothing is known of the order. */
    static Uni<OrderReviewsRow> lock(OrderKey key) {
        return findById(key.toString(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** The row, locked, made when there was none: a review may come before the order's facts. */
    static Uni<OrderReviewsRow> lockOrAdd(OrderKey key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("key", key.toString())
                        .setParameter("none", EventJson.write(Contribution.none()))
                        .executeUpdate())
                .chain(() -> lock(key));
    }

    RatedOrder order(List<ReviewRow> reviews) {
        return new RatedOrder(facts(), reviews.stream().map(ReviewRow::review).toList());
    }

    /** @return what has to be added to what was sent before */
    Contribution become(Contribution now) {
        var before = EventJson.readContribution(contribution);
        contribution = EventJson.write(now);
        return now.minus(before);
    }

    private Optional<OrderFacts> facts() {
        if (factsVersion == null) {
            return Optional.empty();
        }
        var id = OrderKey.parse(key);
        return Optional.of(
                new OrderFacts(id.shopId(), id.orderId(), paidAt, valid, Optional.ofNullable(signedAt), factsVersion));
    }
}
