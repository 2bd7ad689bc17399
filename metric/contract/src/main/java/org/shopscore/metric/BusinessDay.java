package org.shopscore.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day a fact counts for: the calendar day in Asia/Shanghai (rules.md 5.2). */
public final class BusinessDay {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public static LocalDate of(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    public static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The last instant of the day that the stores can hold, which count in microseconds. */
    public static Instant end(LocalDate day) {
        return start(day.plusDays(1)).minusNanos(1_000);
    }

    private BusinessDay() {}
}
