package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.shopscore.aggregator.policy.DeductionGroup;
import org.shopscore.aggregator.policy.Dimension;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.metric.Knot;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.window.WindowSums;

/**
 * The formal score the slow and plain way, sharing no arithmetic with the engine: values and points with 400 significant digits,
 * which no rounding boundary of these sums comes near enough to notice.
 */
public final class ReferenceScore {

    private static final MathContext PLENTY = new MathContext(400, RoundingMode.HALF_EVEN);

    static Map<String, BigDecimal> points(Policy policy, WindowSums sums) {
        var points = new HashMap<String, BigDecimal>();
        policy.metrics().forEach(metric -> points.put(metric.id(), points(metric, sums)));
        return points;
    }

    public static BigDecimal total(Policy policy, WindowSums sums) {
        var points = points(policy, sums);
        BigDecimal base = BigDecimal.ZERO;
        for (Dimension dimension : policy.dimensions()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Metric metric : policy.metrics()) {
                if (metric.dimension().equals(dimension.id())) {
                    sum = sum.add(points.get(metric.id()).multiply(metric.weight()));
                }
            }
            base = base.add(half(sum, 4).multiply(dimension.weight()));
        }
        BigDecimal total = half(base, 4);
        long signed = sums.sum("order.signed");
        if (signed > 0 && sums.sum("delivery.next-day") * 5 >= signed) {
            total = total.add(new BigDecimal("0.25")).min(new BigDecimal("5"));
        }
        for (DeductionGroup group : policy.deductionGroups()) {
            long verdicts = group.measures().stream()
                    .mapToLong(sums::sum)
                    .map(n -> Math.max(n, 0))
                    .sum();
            total = total.subtract(
                    group.each().multiply(BigDecimal.valueOf(verdicts)).min(group.cap()));
        }
        return half(total.max(BigDecimal.ZERO).min(new BigDecimal("5")), 4);
    }

    private static BigDecimal points(Metric metric, WindowSums sums) {
        return points(metric, sums, metric.defaultPrior());
    }

    /** @param prior what a small sample is padded with, in the metric's unit */
    public static BigDecimal points(Metric metric, WindowSums sums, BigDecimal prior) {
        BigDecimal value = value(metric, sums, prior);
        Knot before = metric.knots().getFirst();
        if (value.compareTo(before.value()) <= 0) {
            return half(before.points(), 4);
        }
        for (Knot knot : metric.knots()) {
            if (value.compareTo(knot.value()) < 0) {
                BigDecimal rise = knot.points().subtract(before.points());
                BigDecimal run = knot.value().subtract(before.value());
                return half(
                        before.points()
                                .add(rise.multiply(value.subtract(before.value()))
                                        .divide(run, PLENTY)),
                        4);
            }
            before = knot;
        }
        return half(before.points(), 4);
    }

    private static BigDecimal value(Metric metric, WindowSums sums, BigDecimal prior) {
        long n = sums.sum(metric.ratio().denominator());
        if (n <= 0) {
            return prior;
        }
        BigDecimal own =
                new BigDecimal(BigInteger.valueOf(sums.sum(metric.ratio().numerator()))
                        .multiply(BigInteger.valueOf(metric.ratio().kind().factor())));
        long cases = Math.max(n, metric.nMin());
        return own.add(prior.multiply(BigDecimal.valueOf(cases - n))).divide(BigDecimal.valueOf(cases), PLENTY);
    }

    private static BigDecimal half(BigDecimal exact, int decimals) {
        return exact.setScale(decimals, RoundingMode.HALF_UP);
    }

    private ReferenceScore() {}
}
