package org.shopscore.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.shopscore.metric.Lane;

/** Compares the rows with the tiles, and makes the tiles equal when asked to. Blocking; for a worker thread. */
@ApplicationScoped
class Reconcile {

    /** How rows and tiles stand in the end, and how many events a repair appended before. */
    record Result(Comparison.Result found, int repaired) {}

    private final Comparison comparison;
    private final Repair repair;
    private final Outbox outbox;
    private volatile int differences;

    Reconcile(Comparison comparison, Repair repair, Outbox outbox, MeterRegistry meters) {
        this.comparison = comparison;
        this.repair = repair;
        this.outbox = outbox;
        Gauge.builder("outbox.reconcile.differences", this, reconcile -> reconcile.differences)
                .description(
                        "Amounts of a shop, day and measure that the last comparison found other than in the tiles")
                .register(meters);
    }

    Comparison.Result compare() {
        var found = comparison.run();
        differences = found.differences().size();
        return found;
    }

    /** Appends what is missing, lane by lane, and compares again. */
    Result repair() {
        int appended = 0;
        for (int lane : lanesToRepair(compare())) {
            appended += repair.lane(lane);
            outbox.ring();
        }
        return new Result(compare(), appended);
    }

    private static Set<Integer> lanesToRepair(Comparison.Result before) {
        var lanes = new HashSet<Integer>();
        before.differences().forEach(difference -> lanes.add(difference.lane()));
        if (before.missing() > 0) {
            IntStream.range(0, Lane.COUNT).forEach(lanes::add);
        }
        return lanes;
    }
}
