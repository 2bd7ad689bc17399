package org.shopscore.logistics.carrier.counting;

import java.util.Comparator;
import org.shopscore.logistics.carrier.performance.Cell;
import org.shopscore.logistics.carrier.performance.IsoWeek;

/** Where a figure or a leg of a carrier's week is kept. */
record WeekKey<E extends Enum<E>>(Cell cell, IsoWeek week, E what) implements Comparable<WeekKey<E>> {

    @Override
    public int compareTo(WeekKey<E> other) {
        return Comparator.<WeekKey<E>, Cell>comparing(WeekKey::cell)
                .thenComparing(WeekKey::week)
                .thenComparing(WeekKey::what)
                .compare(this, other);
    }
}
