package org.shopscore.logistics.carrier.performance;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.shopscore.metric.BusinessDay;

/** A week of ISO 8601 by business days (Asia/Shanghai): from Monday to Sunday, written {@code 2026-W10}. */
public record IsoWeek(LocalDate monday) implements Comparable<IsoWeek> {

    public IsoWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week must begin on a Monday, was " + monday);
        }
    }

    public static IsoWeek of(Instant at) {
        return new IsoWeek(BusinessDay.of(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** Empty when the text is no week. */
    public static Optional<IsoWeek> parse(String text) {
        try {
            return Optional.of(new IsoWeek(LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    public IsoWeek minus(int weeks) {
        return new IsoWeek(monday.minusWeeks(weeks));
    }

    @Override
    public int compareTo(IsoWeek other) {
        return monday.compareTo(other.monday);
    }

    @Override
    public String toString() {
        return "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
