package org.shopscore.aggregator.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.shopscore.metric.BusinessDay;
import org.shopscore.platform.Await;

/** A shop whose facts count in the provisional score of today, which stays the same day while a test looks at it. */
abstract class WindowOfToday extends FromEvents {

    private static final Duration WHILE = Duration.ofMinutes(3);

    @Inject
    Clock clock;

    LocalDate today;

    @BeforeEach
    void takeToday() {
        assertThat(Await.within(WHILE.plusSeconds(5), () -> dayIn(Duration.ZERO).equals(dayIn(WHILE))))
                .isTrue();
        today = dayIn(Duration.ZERO);
    }

    private LocalDate dayIn(Duration time) {
        return BusinessDay.of(clock.instant().plus(time));
    }

    /** So that no fact is still to come at whatever hour. */
    LocalDate yesterday() {
        return today.minusDays(1);
    }

    void tell(Map<String, Long> amounts) {
        facts.tell(shop, yesterday(), amounts);
        awaitCounted(yesterday(), amounts);
    }

    void replies(String raw, String points) {
        figures("threeMinuteReplyRate", raw, points);
    }

    void figures(String metric, String raw, String points) {
        String line = "provisional.metrics.find { it.id == '" + metric + "' }.";
        explanation(shop).body(line + "raw", equalTo(raw)).body(line + "points", equalTo(points));
    }
}
