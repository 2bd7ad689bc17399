package org.shopscore.aggregator.change.stream.log;

import java.util.function.Predicate;
import org.shopscore.metric.Lane;

/** How far one reader is: the offsets behind what it has seen, or did not want to see. */
public final class Position {

    private final Predicate<Told> wanted;
    private long[] next = new long[Lane.COUNT];

    public Position(Predicate<Told> wanted) {
        this.wanted = wanted;
    }

    public synchronized void set(long[] offsets) {
        next = offsets.clone();
    }

    public synchronized Cursor cursor() {
        return Cursor.of(next);
    }

    /** @return the cursor behind it; empty for what was seen, and what is not wanted */
    public synchronized String pass(Told told) {
        if (told.offset() < next[told.partition()]) {
            return "";
        }
        next[told.partition()] = told.offset() + 1;
        return wanted.test(told) ? Cursor.text(next) : "";
    }

    /** How many offsets there are up to the ends. */
    public synchronized long distance(long[] ends) {
        long distance = 0;
        for (int partition = 0; partition < ends.length; partition++) {
            distance += Math.max(0, ends[partition] - next[partition]);
        }
        return distance;
    }
}
