package org.shopscore.aftersales.review;

import java.time.Instant;
import java.util.Optional;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.MetricEvent;

/**
 * An order whose rating contributes something else since its facts are known.
 *
 * @param at when it was rated; the event bears a later time when the order was signed for after that
 */
record MovedOrder(OrderKey key, Instant at, Contribution now, MetricEvent event) {

    /** @throws org.shopscore.metric.BoundBroken when the rating lies too far from the day it would count for */
    static Optional<MovedOrder> of(StoredOrder stored) {
        var now = stored.now();
        return stored.order()
                .first()
                .flatMap(first -> ReviewEvent.of(stored.key(), first.ratedAt(), now.minus(stored.kept()))
                        .map(event -> new MovedOrder(stored.key(), first.ratedAt(), now, event)));
    }
}
