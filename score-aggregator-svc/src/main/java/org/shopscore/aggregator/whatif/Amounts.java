package org.shopscore.aggregator.whatif;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Amounts of several facts of one kind. */
final class Amounts {

    static SortedMap<String, Long> times(Map<String, Long> amounts, long count) {
        var all = new TreeMap<String, Long>();
        amounts.forEach((measure, amount) -> all.put(measure, Math.multiplyExact(amount, count)));
        all.values().removeIf(amount -> amount == 0);
        return all;
    }

    private Amounts() {}
}
