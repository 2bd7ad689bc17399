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

    /**
     * A rating is taken back, also from the scores of past days that counted it.
     *
     * @param ratedAt when it was given: an order is rated days after it was signed for, and scores settled in between never counted it
     */
    static Optional<MetricEvent> ofRemoval(OrderKey key, Instant at, Instant ratedAt, Contribution difference) {
        return Optional.of(difference).filter(some -> !some.isEmpty()).map(some -> {
            Instant since = time(ratedAt, some);
            return MetricEvent.corrected(key.shopId(), later(at, since), key.ref(), FAKE, since, some);
        });
    }

    /** An order can be signed for after it was rated, and an event is never older than a day it changes. */
    private static Instant time(Instant at, Contribution difference) {
        return difference.changes().stream().map(Change::anchoredAt).reduce(at, ReviewEvent::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private ReviewEvent() {}
}
