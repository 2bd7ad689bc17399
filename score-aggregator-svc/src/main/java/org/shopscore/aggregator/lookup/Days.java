package org.shopscore.aggregator.lookup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The window of a score: 30 business days, the only length that the policy may ask for. */
final class Days {

    private static final int IN_A_WINDOW = 30;

    static LocalDate first(LocalDate last) {
        return last.minusDays(IN_A_WINDOW - 1L);
    }

    static KnownSums sum(Collection<Map<String, Long>> days) {
        var sums = new HashMap<String, Long>();
        days.forEach(day -> day.forEach((measure, amount) -> sums.merge(measure, amount, Math::addExact)));
        return KnownSums.of(sums);
    }

    private Days() {}
}
