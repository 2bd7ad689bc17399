package org.shopscore.logistics.carrier.performance;

import java.util.Comparator;
import org.shopscore.logistics.region.Region;

/** A carrier's way between two regions whose performance is kept. */
public record Cell(String carrier, Region from, Region to) implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER = Comparator.<Cell, String>comparing(cell -> cell.from.code())
            .thenComparing(cell -> cell.to.code())
            .thenComparing(Cell::carrier);

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
