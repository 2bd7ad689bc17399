package org.shopscore.aggregator.official.input;

import java.util.Map;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.aggregator.score.window.WindowSums;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureIds;

/**
 * Sums as they are stored, asked for by name.
 *
 * @param matured what was counted besides measures when the day was frozen
 */
public record StoredSums(Amounts amounts, MeasureIds ids, Maturities matured) implements WindowSums {

    @Override
    public long sum(String measure) {
        return ids.amount(amounts, measure);
    }

    public Sums named() {
        return new Sums(ids.named(amounts), matured);
    }

    /**
     * @param more by the names that it counts under
     * @throws ArithmeticException when a sum leaves 64 bits
     */
    public StoredSums plus(Map<String, Long> more) {
        var sums = amounts.copy();
        more.forEach((measure, amount) -> {
            short id = ids.named(measure).orElseThrow().id();
            Math.addExact(sums.get(id), amount);
            sums.add(id, amount);
        });
        return new StoredSums(sums, ids, matured);
    }
}
