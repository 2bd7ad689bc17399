package org.shopscore.logistics.disruption;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.shopscore.logistics.region.Region;

/**
 * Where and when a disruption holds parcels up.
 *
 * @param from the first instant
 * @param to   the first instant after it
 */
public record Extent(Region region, Instant from, Instant to) {

    public Extent {
        requireNonNull(region, "region");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("to must lie after from, was " + to + " after " + from);
        }
    }

    /** Whether it touches a time that begins and ends with these instants, both included. */
    public boolean overlaps(Instant begin, Instant end) {
        return begin.isBefore(to) && !end.isBefore(from);
    }
}
