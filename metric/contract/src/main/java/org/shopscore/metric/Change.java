package org.shopscore.metric;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Amounts to add to a shop's measures on one business day.
 *
 * @param anchoredAt the instant whose business day (Asia/Shanghai) the amounts count for
 * @param measures   measure name to amount, negative to take back; never zero
 */
public record Change(Instant anchoredAt, SortedMap<String, Long> measures) {

    /** Names are {@code <noun>.<what>[-<unit>]}, lower kebab (measures.md). */
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}\\.[a-z0-9][a-z0-9-]{0,60}");

    static final long MOST = 1_000_000_000_000L;

    public Change {
        if (measures.isEmpty()) {
            throw new BoundBroken("changes.measures", "must name at least one measure", measures);
        }
        measures.forEach(Change::check);
        measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
    }

    private static void check(String name, long amount) {
        if (!NAME.matcher(name).matches()) {
            throw new BoundBroken("changes.measures", "must be named <noun>.<what> in lower kebab", name);
        }
        if (amount == 0 || amount > MOST || amount < -MOST) {
            throw new BoundBroken("changes.measures." + name, "must be within 1 and " + MOST + " either way", amount);
        }
    }
}
