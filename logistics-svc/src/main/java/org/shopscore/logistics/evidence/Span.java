package org.shopscore.logistics.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.shopscore.metric.BusinessDay;

/** The days of a shop's measure that are asked about, both ends included. */
public record Span(String shopId, String measure, LocalDate first, LocalDate last) {

    /** When the first of them begins. */
    public Instant from() {
        return BusinessDay.start(first);
    }

    /** When the day after the last of them begins. */
    public Instant until() {
        return BusinessDay.start(last.plusDays(1));
    }

    /** Before all entries. */
    Entry.Place start() {
        return new Entry.Place(from(), "");
    }
}
