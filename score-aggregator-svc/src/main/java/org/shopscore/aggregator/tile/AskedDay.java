package org.shopscore.aggregator.tile;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.shopscore.problem.Refused;

/** A day in a query. */
public final class AskedDay {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** @throws Refused 400 when it is absent or no day */
    public static LocalDate required(String field, String given) {
        try {
            if (given != null && given.length() == "2026-03-01".length()) {
                return LocalDate.parse(given);
            }
        } catch (DateTimeException _) {
            throw invalid(field, given);
        }
        throw invalid(field, given);
    }

    /** @throws Refused 400 when it is no day, 422 when no score can be computed for it */
    public static LocalDate past(String field, String given, LocalDate today) {
        LocalDate day = required(field, given);
        if (day.isAfter(today) || day.isBefore(EARLIEST)) {
            throw Refused.field(422, "day-out-of-range", field, "must be from " + EARLIEST + " to " + today, given);
        }
        return day;
    }

    private static Refused invalid(String field, String given) {
        return Refused.field(
                400, "invalid-field", field, "must be a day such as 2026-03-01", given == null ? "nothing" : given);
    }

    private AskedDay() {}
}
