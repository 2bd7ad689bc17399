package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.util.List;
import org.shopscore.aggregator.policy.Stages;
import org.shopscore.aggregator.score.metric.Fraction;
import org.shopscore.aggregator.score.metric.MetricGauge;
import org.shopscore.aggregator.score.window.Stretch;
import org.shopscore.aggregator.score.window.WindowSums;

/** The fixed score of a shop with too few orders for a computed one, and the reduced one (rules.md 5.4). */
final class GrowthScore {

    private final List<MetricGauge> metrics;
    private final Deductions deductions;
    private final Fraction bar;
    private final BigDecimal usual;
    private final BigDecimal reduced;

    GrowthScore(Stages stages, List<MetricGauge> metrics, Deductions deductions) {
        this.metrics = metrics;
        this.deductions = deductions;
        this.bar = Fraction.of(stages.growthBar());
        this.usual = Weighing.fourDecimals(stages.growthScore());
        this.reduced = Weighing.fourDecimals(stages.growthReduced());
    }

    BigDecimal of(WindowSums sums) {
        return deductions.isAny(sums) || isAnyKnownBelowTheBar(sums) ? reduced : usual;
    }

    private boolean isAnyKnownBelowTheBar(WindowSums sums) {
        for (MetricGauge metric : metrics) {
            if (metric.isKnownBelow(bar, sums)) {
                return true;
            }
        }
        return false;
    }

    /** What is bad at both ends is so all the way. */
    BigDecimal ceiling(Stretch stretch) {
        boolean isReduced = deductions.isAny(stretch.least())
                || metrics.stream()
                        .anyMatch(metric ->
                                metric.isKnownBelow(bar, stretch.first()) && metric.isKnownBelow(bar, stretch.last()));
        return isReduced ? reduced : usual;
    }
}
