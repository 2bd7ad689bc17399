package org.shopscore.aftersales.review;

import java.time.Instant;
import java.util.Optional;
import org.shopscore.metric.Change;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.MetricEvent;

/** A difference in what an order's rating contributes, as an event; absent when there is none. */
final class ReviewEvent {

    private static final String FAKE = "review-removed";

    /** A rating becomes countable, or counts otherwise. */
    static Optional<MetricEvent> of(OrderKey key, Instant at, Contribution difference) {
        return Optional.of(difference)
                .filter(some -> !some.isEmpty())
                .map(some -> MetricEvent.of(key.shopId(), time(at, some), key.ref(), some));
    }

    /** A rating is taken back. */
    static Optional<MetricEvent> ofRemoval(OrderKey key, Instant at, Contribution difference) {
        return Optional.of(difference)
                .filter(some -> !some.isEmpty())
                .map(some -> MetricEvent.corrected(key.shopId(), time(at, some), key.ref(), FAKE, some));
    }

    /** An order can be signed for after it was rated, and an event is never older than a day it changes. */
    private static Instant time(Instant at, Contribution difference) {
        return difference.changes().stream()
                .map(Change::anchoredAt)
                .reduce(at, (one, other) -> one.isAfter(other) ? one : other);
    }

    private ReviewEvent() {}
}
