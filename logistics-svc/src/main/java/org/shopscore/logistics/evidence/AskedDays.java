package org.shopscore.logistics.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.shopscore.problem.Refused;

/** The days of a query, both ends included. */
record AskedDays(LocalDate first, LocalDate last) {

    private static final int MOST = 400;
    private static final int LENGTH = "2026-03-01".length();

    /** @throws Refused 400 when one is absent or no day, or they are more than 400 */
    static AskedDays of(String from, String to) {
        var days = new AskedDays(day("from", from), day("to", to));
        if (days.first.isAfter(days.last)) {
            throw Refused.field(400, "invalid-field", "from", "must not be after to, " + to, from);
        }
        if (ChronoUnit.DAYS.between(days.first, days.last) >= MOST) {
            throw Refused.field(400, "invalid-field", "to", "must be less than " + MOST + " days after " + from, to);
        }
        return days;
    }

    private static LocalDate day(String field, String given) {
        try {
            if (given != null && given.length() == LENGTH) {
                return LocalDate.parse(given);
            }
        } catch (DateTimeException _) {
            throw invalid(field, given);
        }
        throw invalid(field, given == null ? "nothing" : given);
    }

    private static Refused invalid(String field, String given) {
        return Refused.field(400, "invalid-field", field, "must be a day such as 2026-03-01", given);
    }
}
