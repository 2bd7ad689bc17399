package org.shopscore.aggregator.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.shopscore.aggregator.ingest.draft.Outcome;
import org.shopscore.aggregator.ingest.telling.TellingMetrics;

/** Counts what became of the records and where the time of a poll goes. */
final class IngestMetrics {

    private final MeterRegistry registry;
    private final Counter applied;
    private final Counter duplicates;
    private final Counter heartbeats;
    private final Counter clashes;
    private final Counter newIncarnations;
    private final TellingMetrics telling;
    private final AtomicLong quarantined = new AtomicLong();
    private final AtomicLong openHoles;
    private final AtomicLong oldHoles;
    private final AtomicLong lag;
    private final AtomicLong interrupted;

    IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        applied = registry.counter("aggregator.events.applied");
        duplicates = registry.counter("aggregator.events.duplicate");
        heartbeats = registry.counter("aggregator.heartbeats");
        clashes = registry.counter("aggregator.number.clashes");
        newIncarnations = registry.counter("aggregator.new.incarnations");
        telling = new TellingMetrics(registry);
        openHoles = registry.gauge("aggregator.holes.open", new AtomicLong());
        oldHoles = registry.gauge("aggregator.holes.alarm", new AtomicLong());
        lag = registry.gauge("aggregator.lag", new AtomicLong());
        interrupted = registry.gauge("aggregator.ingest.interrupted", new AtomicLong());
    }

    void count(Outcome outcome, int newLives) {
        applied.increment(outcome.applied);
        duplicates.increment(outcome.duplicates);
        heartbeats.increment(outcome.heartbeats);
        clashes.increment(outcome.clashes.size());
        newIncarnations.increment(newLives);
        outcome.quarantined.forEach(poison -> registry.counter(
                        "aggregator.events.quarantined",
                        "reason",
                        poison.reason().code())
                .increment());
        quarantined.addAndGet(outcome.quarantined.size());
    }

    TellingMetrics telling() {
        return telling;
    }

    void standing(IngestStatus status) {
        openHoles.set(status.openHoles());
        oldHoles.set(status.alarmingHoles());
        lag.set(status.lag());
        interrupted.set(status.interrupted() ? 1 : 0);
    }

    long quarantined() {
        return quarantined.get();
    }

    /** @param step "poll", "apply", "quarantine" or "database" */
    <T> T timed(String step, Supplier<T> work) {
        return Timer.builder("aggregator.poll.time")
                .tag("step", step)
                .register(registry)
                .record(work);
    }
}
