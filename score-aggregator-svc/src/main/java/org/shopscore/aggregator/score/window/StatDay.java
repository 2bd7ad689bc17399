package org.shopscore.aggregator.score.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.metric.BusinessDay;

/** The clock of the official score (rules.md 5.2): what belongs to the score of a day, and when it may be published. */
public final class StatDay {

    private static final Duration CUTOFF = Duration.ofHours(6);
    private static final Duration PATIENCE = Duration.ofHours(10).plusMinutes(30);

    /** Days for which an event counts that became known too late for them, both included. */
    public record Range(LocalDate first, LocalDate last) {}

    /** What becomes known from this instant on is not in the official score of the day. */
    public static Instant cutoff(LocalDate statDate) {
        return BusinessDay.start(statDate.plusDays(1)).plus(CUTOFF);
    }

    /** From this instant on the day is published even where feeds are not complete. */
    public static Instant deadline(LocalDate statDate) {
        return BusinessDay.start(statDate.plusDays(1)).plus(PATIENCE);
    }

    /** The newest day whose cut-off has come. */
    public static LocalDate newest(Instant at) {
        return BusinessDay.of(at.minus(CUTOFF)).minusDays(1);
    }

    /**
     * The days whose published scores an event corrects (design.md section 5): those in whose window its amounts count, whose cut-off was
     * before it became known, and either after it happened or, for a correction with a reason, after what it takes back happened.
     *
     * @param day      that the amounts count for
     * @param happened the event's own time; of a correction with a reason (an appeal, an exclusion, a repair) that of the fact which it
     *     takes back, and the begin of the day where it does not say
     * @param newest   the newest day that was settled before it became known
     * @param longest  days that a measure takes to mature: up to so many days later some of the amounts may count
     */
    public static Optional<Range> corrected(LocalDate day, Instant happened, LocalDate newest, int longest) {
        LocalDate last = earlier(day.plusDays(DayAmounts.WINDOW - 1L + longest), newest);
        LocalDate first = later(day, firstAfter(happened));
        return first.isAfter(last) ? Optional.empty() : Optional.of(new Range(first, last));
    }

    /** The first day whose cut-off is after the instant. */
    private static LocalDate firstAfter(Instant at) {
        return newest(at).plusDays(1);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private StatDay() {}
}
