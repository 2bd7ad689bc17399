package org.shopscore.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Topics;

class RestingTest {

    private static final Leases.Held STOPPED = new Leases.Held(Topics.METRIC_EVENTS, (short) 0);
    private static final Leases.Held OTHER = new Leases.Held(Topics.METRIC_EVENTS, (short) 1);

    /** Close to its end, as a clock of nanoseconds may be. */
    private static final long NOW = Long.MAX_VALUE - 1;

    private final Resting resting = new Resting();

    @Test
    void aLaneThatStoppedRestsForThreeSecondsWhileTheOthersGoOn() {
        resting.add(List.of(STOPPED), NOW);

        assertThat(awakeAfter(Duration.ZERO)).containsExactly(OTHER);
        assertThat(awakeAfter(Duration.ofMillis(2_999))).containsExactly(OTHER);
        assertThat(awakeAfter(Duration.ofSeconds(3))).containsExactly(STOPPED, OTHER);
    }

    private List<Leases.Held> awakeAfter(Duration rest) {
        return resting.awake(List.of(STOPPED, OTHER), NOW + rest.toNanos());
    }
}
