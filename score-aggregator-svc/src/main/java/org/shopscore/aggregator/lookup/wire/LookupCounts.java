package org.shopscore.aggregator.lookup.wire;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;

/** Counts the lookups that never become requests of the service, as cheaply as it can be done. */
final class LookupCounts {

    private static final String NAME = "aggregator.lookups.from.memory";

    private final LongAdder found = new LongAdder();
    private final LongAdder unchanged = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder shopsInBatches = new LongAdder();

    LookupCounts(MeterRegistry registry) {
        register(registry, NAME, "found", found);
        register(registry, NAME, "unchanged", unchanged);
        register(registry, NAME, "batch", batches);
        register(registry, NAME + ".shops", "batch", shopsInBatches);
    }

    private static void register(MeterRegistry registry, String name, String kind, LongAdder counted) {
        FunctionCounter.builder(name, counted, LongAdder::sum).tag("kind", kind).register(registry);
    }

    void found() {
        found.increment();
    }

    void unchanged() {
        unchanged.increment();
    }

    void batch(int shops) {
        batches.increment();
        shopsInBatches.add(shops);
    }
}
