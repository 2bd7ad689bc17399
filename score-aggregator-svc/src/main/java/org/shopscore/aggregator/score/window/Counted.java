package org.shopscore.aggregator.score.window;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.policy.metric.Maturity;

/**
 * What days add to the sums of a window (rules.md 5.2): its own days all that they brought; those as many days before as a measure takes to
 * mature what they brought of it, under the name of what has matured.
 *
 * @param last day of the window
 */
public record Counted(LocalDate last, Maturities maturities) {

    /** The first day that adds anything. */
    public LocalDate firstDay() {
        return DayAmounts.firstOfWindow(last).minusDays(maturities.longest());
    }

    /** What a day's amounts add, by the names that they count under. */
    public void forEach(LocalDate day, Map<String, Long> amounts, ObjLongConsumer<String> each) {
        long from = DayAmounts.firstOfWindow(last).toEpochDay();
        long to = last.toEpochDay();
        if (from <= day.toEpochDay() && day.toEpochDay() <= to) {
            amounts.forEach(each::accept);
        }
        for (Maturity maturity : maturities.all()) {
            Long amount = amounts.get(maturity.measure());
            if (amount != null && maturity.counts(day.toEpochDay(), from, to)) {
                each.accept(maturity.name(), amount);
            }
        }
    }

    /** The same as a map. */
    public Map<String, Long> of(LocalDate day, Map<String, Long> amounts) {
        var counted = new HashMap<String, Long>();
        forEach(day, amounts, counted::put);
        return counted;
    }
}
