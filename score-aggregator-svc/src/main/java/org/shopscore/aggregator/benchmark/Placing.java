package org.shopscore.aggregator.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.metric.MetricScore;
import org.shopscore.aggregator.score.window.WindowSums;

/**
 * What one shop's official score adds to the benchmarks of its category.
 *
 * @param subject     {@link #TOTAL}, or a metric
 * @param numerator   of the metric as it was counted; of the total the published score in hundredths
 * @param denominator of the metric as it was counted; of the total 100
 * @param points      what the shop got for it
 */
public record Placing(String subject, long numerator, long denominator, BigDecimal points) {

    public static final String TOTAL = "total";
    private static final long HUNDREDTHS = 100;

    /**
     * Those of a FORMAL shop: of each metric with n > 0, as category averages count (rules.md 5.6), and of the total.
     *
     * @param isWithheld some of the shop's facts are missing, so that it counts for nothing
     */
    public static List<Placing> of(Policy policy, ScoreSheet sheet, WindowSums sums, boolean isWithheld) {
        var placings = new ArrayList<Placing>(policy.metrics().size() + 1);
        if (isWithheld || sheet.stage() != ScoreSheet.Stage.FORMAL) {
            return placings;
        }
        BigDecimal published = sheet.result().orElseThrow().published();
        placings.add(new Placing(TOTAL, Histogram.bin(published), HUNDREDTHS, published));
        for (int i = 0; i < policy.metrics().size(); i++) {
            Metric metric = policy.metrics().get(i);
            MetricScore scored = sheet.metrics().get(i);
            if (scored.n() > 0) {
                placings.add(
                        new Placing(metric.id(), sums.sum(metric.ratio().numerator()), scored.n(), scored.points()));
            }
        }
        return placings;
    }
}
