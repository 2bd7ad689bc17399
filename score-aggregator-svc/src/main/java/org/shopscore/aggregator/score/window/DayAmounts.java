package org.shopscore.aggregator.score.window;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shopscore.aggregator.policy.metric.Maturities;

/** What was counted for one shop on each business day. */
public record DayAmounts(SortedMap<LocalDate, Map<String, Long>> days) {

    /** Business days of a window: the only length that the policy may ask for (rules.md 5.2). */
    public static final int WINDOW = 30;

    public static LocalDate firstOfWindow(LocalDate last) {
        return last.minusDays(WINDOW - 1L);
    }

    /** The sums of the window that ends on the day, which is included. */
    public Sums windowEnding(LocalDate last) {
        return Sums.of(days.subMap(firstOfWindow(last), last.plusDays(1)).values());
    }

    /**
     * The same with what has matured.
     *
     * @throws ArithmeticException when a sum leaves 64 bits
     */
    public Sums windowEnding(LocalDate last, Maturities maturities) {
        var counted = new Counted(last, maturities);
        var sums = new HashMap<String, Long>();
        days.subMap(counted.firstDay(), last.plusDays(1))
                .forEach((day, amounts) ->
                        counted.forEach(day, amounts, (name, amount) -> sums.merge(name, amount, Math::addExact)));
        return new Sums(sums, maturities);
    }

    /** @return nothing for a day without an amount */
    public Map<String, Long> on(LocalDate day) {
        return days.getOrDefault(day, Map.of());
    }

    public DayAmounts with(LocalDate day, Map<String, Long> amounts) {
        var more = new TreeMap<>(days);
        more.put(day, amounts);
        return new DayAmounts(more);
    }
}
