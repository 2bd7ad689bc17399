package org.shopscore.aggregator.explanation.breakdown;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ScoreSheet.DimensionScore;
import org.shopscore.aggregator.score.metric.MetricScore;

/**
 * A base score taken apart without a rest (rules.md 5.3): full marks less the gaps of all metrics, plus what dimension bonuses
 * give back, plus the rounding, is the base. Pure.
 *
 * @param parts           one a metric, in the policy's order
 * @param bonuses         what bonuses on dimensions add to the base
 * @param roundingResidual by how much the gaps, less the bonuses, exceed the distance of the base from full marks
 */
public record Breakdown(List<Part> parts, BigDecimal bonuses, BigDecimal roundingResidual, BigDecimal toFull) {

    /**
     * One metric's part of the base, exact.
     *
     * @param weight       its part of the whole, not of its dimension
     * @param contribution weight x points
     * @param gap          weight x (full marks - points)
     */
    public record Part(MetricScore metric, BigDecimal weight, BigDecimal contribution, BigDecimal gap) {}

    /** @param full the most points there are */
    public static Breakdown of(ScoreSheet sheet, BigDecimal full) {
        var parts = sheet.metrics().stream()
                .map(metric -> part(metric, dimension(sheet, metric.dimension()).weight(), full))
                .toList();
        BigDecimal bonuses = sheet.dimensions().stream()
                .map(dimension -> bonus(dimension, sheet.metrics()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal toFull = full.subtract(sheet.base());
        BigDecimal gaps = parts.stream().map(Part::gap).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Breakdown(parts, bonuses, gaps.subtract(bonuses).subtract(toFull), toFull);
    }

    /** The sum of all gaps. */
    public BigDecimal gaps() {
        return parts.stream().map(Part::gap).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Part part(MetricScore metric, BigDecimal dimensionWeight, BigDecimal full) {
        BigDecimal weight = dimensionWeight.multiply(metric.weight());
        return new Part(
                metric, weight, weight.multiply(metric.points()), weight.multiply(full.subtract(metric.points())));
    }

    static DimensionScore dimension(ScoreSheet sheet, String id) {
        return sheet.dimensions().stream()
                .filter(dimension -> dimension.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A dimension's points less what its metrics give, as the base counts it. */
    private static BigDecimal bonus(DimensionScore dimension, List<MetricScore> metrics) {
        return dimension.weight().multiply(dimension.points().subtract(earned(dimension.id(), metrics)));
    }

    /** What the metrics of a dimension give it, without its bonuses. */
    static BigDecimal earned(String dimension, List<MetricScore> metrics) {
        return metrics.stream()
                .filter(metric -> metric.dimension().equals(dimension))
                .map(metric -> metric.weight().multiply(metric.points()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(4, RoundingMode.HALF_UP);
    }
}
