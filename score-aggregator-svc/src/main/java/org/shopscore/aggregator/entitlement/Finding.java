package org.shopscore.aggregator.entitlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.policy.Bound;
import org.shopscore.aggregator.score.Fraction;

/**
 * Whether one predicate holds, and by which days.
 *
 * @param kind    LATEST, MEAN, EVERY_DAY, RUN or NO_SEVERE_VIOLATION
 * @param subject what was looked at; empty where that is no score
 * @param bound   what it was compared with
 * @param span    how many days the predicate asks for
 * @param value   the figure that was compared; empty where each day was, or there is none
 * @param days    that decided, the newest first
 */
public record Finding(
        Kind kind,
        Optional<String> subject,
        Optional<Bound> bound,
        int span,
        boolean holds,
        Optional<Fraction> value,
        List<DayValue> days) {

    public enum Kind {
        LATEST,
        MEAN,
        EVERY_DAY,
        RUN,
        NO_SEVERE_VIOLATION
    }

    /** @param value empty for a day without a score */
    public record DayValue(LocalDate statDate, Optional<Fraction> value) {}

    public Finding {
        days = List.copyOf(days);
    }

    static boolean all(List<Finding> findings) {
        return findings.stream().allMatch(Finding::holds);
    }
}
