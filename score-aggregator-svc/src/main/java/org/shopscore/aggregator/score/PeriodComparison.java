package org.shopscore.aggregator.score;

import java.util.Optional;
import org.shopscore.aggregator.score.metric.Fraction;

/** A figure beside the same one of an earlier period, exact. Of a share the difference is in percentage points, which are not percent. */
public record PeriodComparison(Fraction now, Fraction before) {

    private static final Fraction HUNDRED = Fraction.of(100, 1);

    /** In the figure's own unit. */
    public Fraction difference() {
        return now.minus(before);
    }

    /** The difference in percent of what was before; empty where that was nothing, or less than nothing. */
    public Optional<Fraction> relativePercent() {
        return before.compareTo(Fraction.of(0, 1)) > 0
                ? Optional.of(difference().times(HUNDRED).over(before))
                : Optional.empty();
    }
}
