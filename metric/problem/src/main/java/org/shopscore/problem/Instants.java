package org.shopscore.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.shopscore.metric.BusinessDay;

/** Instants as the suite takes them: whole microseconds, which the stores keep, and near enough to now to be meant. */
public final class Instants {

    /** How far a caller's clock may go ahead of ours. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    static final Duration OLDEST = Duration.ofDays(1100);

    /**
     * Checks when something happened.
     *
     * @return the instant in whole microseconds
     * @throws Refused 422 {@code time-in-future} past now + 5 min, {@code time-too-old} before now - 1,100 d
     */
    public static Instant past(String field, Instant given, Instant now) {
        if (given.isAfter(now.plus(AHEAD))) {
            throw Refused.field(422, "time-in-future", field, "must not lie in the future", given);
        }
        return notTooOld(field, given, now);
    }

    /**
     * Checks when something is due, which may lie ahead.
     *
     * @return the instant in whole microseconds
     * @throws Refused 422 {@code time-too-far} past now + 1,100 d, {@code time-too-old} before now - 1,100 d
     */
    public static Instant due(String field, Instant given, Instant now) {
        if (given.isAfter(now.plus(OLDEST))) {
            throw Refused.field(422, "time-too-far", field, "must lie within the next 1100 days", given);
        }
        return notTooOld(field, given, now);
    }

    /**
     * Checks the day by whose end something is due.
     *
     * @return the last instant of that day in Asia/Shanghai
     * @throws Refused as {@link #due}
     */
    public static Instant dueDay(String field, LocalDate given, Instant now) {
        LocalDate today = BusinessDay.of(now);
        if (given.isAfter(today.plusDays(OLDEST.toDays()))) {
            throw Refused.field(422, "time-too-far", field, "must lie within the next 1100 days", given);
        }
        if (given.isBefore(today.minusDays(OLDEST.toDays()))) {
            throw Refused.field(422, "time-too-old", field, "must lie within the last 1100 days", given);
        }
        return BusinessDay.end(given);
    }

    private static Instant notTooOld(String field, Instant given, Instant now) {
        if (given.isBefore(now.minus(OLDEST))) {
            throw Refused.field(422, "time-too-old", field, "must lie within the last 1100 days", given);
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }

    private Instants() {}
}
