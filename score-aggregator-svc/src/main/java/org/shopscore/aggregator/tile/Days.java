package org.shopscore.aggregator.tile;

import java.time.Instant;
import java.time.LocalDate;
import org.shopscore.metric.BusinessDay;

/** Business days as days of the epoch. */
public final class Days {

    public static int of(Instant instant) {
        return Math.toIntExact(BusinessDay.of(instant).toEpochDay());
    }

    public static int of(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    private Days() {}
}
