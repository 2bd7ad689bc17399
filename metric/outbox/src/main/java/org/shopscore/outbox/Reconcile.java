package org.shopscore.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

/** Compares the rows with the tiles, and makes the tiles equal when asked to. Blocking; for a worker thread. */
@ApplicationScoped
class Reconcile {

    /** How rows and tiles stand in the end, and how many events a repair appended before. */
    record Result(Comparison.Result found, int repaired) {}

    private final Comparison comparison;
    private final Recount recount;
    private final Repair repair;
    private volatile int differences;

    Reconcile(Comparison comparison, Recount recount, Repair repair, MeterRegistry meters) {
        this.comparison = comparison;
        this.recount = recount;
        this.repair = repair;
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

    /**
     * Makes the rows keep what they contribute, and then the tiles equal to it, lane by lane; compares again.
     *
     * <p>In this order: a row that keeps something else would send a wrong difference with its next change, however right the
     * tiles are by then.
     */
    Result repair() {
        var found = compare();
        int appended = 0;
        if (found.stale() > 0) {
            appended = Math.toIntExact(recount.run().corrected());
            found = compare();
        }
        appended += repair.lanes(lanesToRepair(found));
        return new Result(compare(), appended);
    }

    private static Set<Integer> lanesToRepair(Comparison.Result before) {
        var lanes = new HashSet<>(before.missing());
        before.differences().forEach(difference -> lanes.add(difference.lane()));
        return lanes;
    }
}
