package org.shopscore.aggregator.ingest.telling;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How telling goes. */
public final class TellingMetrics {

    private final Counter failures;
    private final Timer rounds;

    public TellingMetrics(MeterRegistry registry) {
        failures = registry.counter("aggregator.announce.failures");
        rounds = Timer.builder("aggregator.poll.time").tag("step", "announce").register(registry);
    }

    void failed() {
        failures.increment();
    }

    void round(Duration took) {
        rounds.record(took);
    }
}
