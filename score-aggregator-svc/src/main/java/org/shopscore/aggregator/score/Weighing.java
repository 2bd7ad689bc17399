package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.policy.Dimension;
import org.shopscore.aggregator.policy.Scale;
import org.shopscore.aggregator.score.ScoreSheet.DimensionScore;
import org.shopscore.aggregator.score.metric.MetricScore;

/**
 * What the points of metrics come to (rules.md 5.3 and 5.7). More points, more bonuses or fewer deductions never come to less, whatever
 * is rounded on the way.
 */
record Weighing(Scale scale, List<Dimension> dimensions) {

    DimensionScore[] dimensions(MetricScore[] scored, List<Bonus> earned) {
        var scores = new DimensionScore[dimensions.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = dimension(dimensions.get(i), scored, earned);
        }
        return scores;
    }

    private DimensionScore dimension(Dimension dimension, MetricScore[] scored, List<Bonus> earned) {
        BigDecimal sum = BigDecimal.ZERO;
        for (MetricScore metric : scored) {
            if (metric.dimension().equals(dimension.id())) {
                sum = sum.add(metric.weight().multiply(metric.points()));
            }
        }
        BigDecimal bonus = Bonuses.sum(earned, Optional.of(dimension.id()));
        BigDecimal points = scale.clamp(fourDecimals(sum).add(bonus));
        return new DimensionScore(dimension.id(), fourDecimals(points), dimension.weight());
    }

    static BigDecimal base(DimensionScore[] dimensions) {
        BigDecimal sum = BigDecimal.ZERO;
        for (DimensionScore dimension : dimensions) {
            sum = sum.add(dimension.weight().multiply(dimension.points()));
        }
        return fourDecimals(sum);
    }

    /** A bonus never lifts the total above the scale, and is capped before deductions are taken. */
    BigDecimal total(BigDecimal base, List<Bonus> earned, BigDecimal deducted) {
        BigDecimal raised = scale.clamp(base.add(Bonuses.sum(earned, Optional.empty())));
        return fourDecimals(scale.clamp(raised.subtract(deducted)));
    }

    static BigDecimal fourDecimals(BigDecimal points) {
        return points.setScale(4, RoundingMode.HALF_UP);
    }

    /** The figure that all thresholds compare. */
    static BigDecimal published(BigDecimal total) {
        return total.setScale(2, RoundingMode.HALF_UP);
    }
}
