package org.shopscore.aggregator.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.policy.entitlement.Bound;
import org.shopscore.aggregator.score.metric.Fraction;

/**
 * Whether one predicate holds, and by which days.
 *
 * @param kind          LATEST, MEAN, EVERY_DAY, RUN, MONTHS or NO_SEVERE_VIOLATION
 * @param subject       what was looked at; empty where that is no score, and of months, whose own findings have it
 * @param bound         what it was compared with
 * @param span          how many days the predicate asks for, or how many months
 * @param value         the figure that was compared; empty where each day was, or there is none
 * @param meanOver      in a run of means: over how many days the value of each day is one; empty where it is the day's own
 * @param isGrowthScore whether the growth score stands for what was looked at; where each day was, on one of them at least
 * @param padding       where the predicate bounds how much of a score may not be the shop's own
 * @param days          that decided, the newest first; of months their last ones
 * @param months        where the predicate asks for months
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
        List<DayValue> days,
        Optional<Months> months) {

    public enum Kind {
        LATEST,
        MEAN,
        EVERY_DAY,
        RUN,
        MONTHS,
        NO_SEVERE_VIOLATION
    }

    /** @param value empty for a day without a score, and where no one figure is compared */
    public record DayValue(LocalDate statDate, Optional<Fraction> value) {}

    /**
     * @param most    what of a score may not be the shop's own
     * @param days    on how many of the days with a figure as it is asked for more of the score is not
     * @param isAlone whether each day has such a figure, so that nothing else can stand in the way
     */
    public record Padding(BigDecimal most, int days, boolean isAlone) {}

    /**
     * @param needed so many have to pass
     * @param each   the newest first
     */
    public record Months(int needed, List<Month> each) {

        public Months {
            each = List.copyOf(each);
        }

        public List<Month> passed() {
            return each.stream().filter(Month::passes).toList();
        }
    }

    /**
     * A complete month.
     *
     * @param isScored whether its last day has a score that counts, without which it does not pass
     * @param findings of its last day
     */
    public record Month(LocalDate lastDay, boolean isScored, List<Finding> findings) {

        public Month {
            findings = List.copyOf(findings);
        }

        public boolean passes() {
            return isScored && all(findings);
        }
    }

    public Finding {
        days = List.copyOf(days);
    }

    static boolean all(List<Finding> findings) {
        return findings.stream().allMatch(Finding::holds);
    }
}
