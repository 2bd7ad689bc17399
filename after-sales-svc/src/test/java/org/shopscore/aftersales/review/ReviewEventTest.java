package org.shopscore.aftersales.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.Measures;
import org.shopscore.metric.MetricEvent;

/** What the events of a rating say of time: the score goes by it. */
class ReviewEventTest {

    private static final OrderKey ORDER = new OrderKey("s-1", "o-1");
    private static final Instant SIGNED = Instant.parse("2026-03-01T02:00:00Z");
    private static final Contribution COUNTED = Contribution.none().plus(SIGNED, Measures.REVIEW_ORDERS_RATED, 1);
    private static final Contribution TAKEN = Contribution.none().minus(COUNTED);

    @Test
    void aRatingThatIsTakenBackCountedSinceItWasGiven() {
        Instant rated = SIGNED.plus(Duration.ofDays(10));
        Instant removed = rated.plus(Duration.ofDays(3));

        assertThat(removal(removed, rated)).isEqualTo(event(removed, rated));
        assertThat(ReviewEvent.of(ORDER, rated, COUNTED)).map(MetricEvent::time).contains(rated);
    }

    @Test
    void oneThatWasGivenBeforeTheOrderWasSignedForCountedSinceThen() {
        Instant rated = SIGNED.minusSeconds(60);
        Instant removed = SIGNED.plusSeconds(60);

        assertThat(removal(removed, rated)).isEqualTo(event(removed, SIGNED));
        assertThat(removal(rated, rated)).isEqualTo(event(SIGNED, SIGNED));
    }

    @Test
    void whatNeverCountedIsNotTakenBack() {
        assertThat(ReviewEvent.ofRemoval(ORDER, SIGNED, SIGNED, Contribution.none()))
                .isEmpty();
    }

    private static MetricEvent removal(Instant at, Instant ratedAt) {
        return ReviewEvent.ofRemoval(ORDER, at, ratedAt, TAKEN).orElseThrow();
    }

    private static MetricEvent event(Instant time, Instant since) {
        return MetricEvent.corrected(ORDER.shopId(), time, ORDER.ref(), "review-removed", since, TAKEN);
    }
}
