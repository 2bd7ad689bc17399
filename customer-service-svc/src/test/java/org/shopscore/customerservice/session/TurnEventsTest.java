package org.shopscore.customerservice.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.MetricEvent;

class TurnEventsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final SessionKey KEY = new SessionKey("shop-1", "c-1");

    @Test
    void aLargeDifferenceBecomesSeveralEventsAndLosesNothing() {
        var difference = Contribution.none();
        for (int turn = 0; turn < 25; turn++) {
            var at = NOON.plusSeconds(60L * turn);
            difference = difference.plus(at, "chat.turns", 1).plus(at, "chat.reply-seconds", 20);
        }

        var events = TurnEvents.of(KEY, NOON, difference);

        assertThat(events).hasSize(2);
        var sum = events.stream().map(event -> Contribution.of(event.changes())).reduce(Contribution::plus);
        assertThat(sum).contains(difference);
    }

    @Test
    void anEventIsNeverOlderThanADayItChanges() {
        var later = NOON.plusSeconds(5);

        assertThat(TurnEvents.of(KEY, NOON, Contribution.none().plus(later, "chat.turns", 1)))
                .extracting(MetricEvent::time)
                .containsExactly(later);
    }

    @Test
    void noDifferenceIsNoEvent() {
        assertThat(TurnEvents.of(KEY, NOON, Contribution.none())).isEmpty();
    }
}
