package org.shopscore.aggregator.official.newest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.shopscore.aggregator.score.window.StatDay;

/** How old the official scores are that this process answers. */
@ApplicationScoped
class DayMetrics {

    private final NewestScores scores;
    private final Clock clock;

    DayMetrics(NewestScores scores, Clock clock) {
        this.scores = scores;
        this.clock = clock;
    }

    void register(@Observes StartupEvent start, MeterRegistry registry) {
        Gauge.builder("aggregator.official.days.behind", this::behind)
                .description(
                        "Official days whose cut-off has come and that are not answered yet: from 06:00 on 1, and 0 again by 11:00;"
                                + " not a number before the first day was published")
                .register(registry);
    }

    private double behind() {
        return scores.statDate()
                .map(day -> (double) ChronoUnit.DAYS.between(day, StatDay.newest(clock.instant())))
                .orElse(Double.NaN);
    }
}
