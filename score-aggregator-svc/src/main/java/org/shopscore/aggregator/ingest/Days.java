package org.shopscore.aggregator.ingest;

import java.time.Instant;
import java.time.LocalDate;
import org.shopscore.metric.BusinessDay;

/** Business days as days of the epoch. */
final class Days {

    static int of(Instant instant) {
        return Math.toIntExact(BusinessDay.of(instant).toEpochDay());
    }

    static int of(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    private Days() {}
}
