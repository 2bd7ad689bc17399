package org.shopscore.aggregator.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.policy.Bound;
import org.shopscore.aggregator.score.Fraction;

/**
 * Whether one predicate holds, and by which days.
 *
 * @param kind          LATEST, MEAN, EVERY_DAY, RUN or NO_SEVERE_VIOLATION
 * @param subject       what was looked at; empty where that is no score
 * @param bound         what it was compared with
 * @param span          how many days the predicate asks for
 * @param value         the figure that was compared; empty where each day was, or there is none
 * @param meanOver      in a run of means: over how many days the value of each day is one; empty where it is the day's own
 * @param isGrowthScore whether the growth score stands for what was looked at; where each day was, on one of them at least
 * @param padding       where the predicate bounds how much of a score may not be the shop's own
 * @param days          that decided, the newest first
 */
public record Finding(
        Kind kind,
        Optional<String> subject,
        Optional<Bound> bound,
        int span,
        boolean holds,
        Optional<Fraction> value,
        Optional<Integer> meanOver,
        boolean isGrowthScore,
        Optional<Padding> padding,
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

    /**
     * @param most    what of a score may not be the shop's own
     * @param days    on how many of the days with a figure as it is asked for more of the score is not
     * @param isAlone whether each day has such a figure, so that nothing else can stand in the way
     */
    public record Padding(BigDecimal most, int days, boolean isAlone) {}

    public Finding {
        days = List.copyOf(days);
    }

    static boolean all(List<Finding> findings) {
        return findings.stream().allMatch(Finding::holds);
    }
}
