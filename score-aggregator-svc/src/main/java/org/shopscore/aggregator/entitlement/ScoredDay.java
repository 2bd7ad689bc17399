package org.shopscore.aggregator.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ScoreSheet.DimensionScore;
import org.shopscore.aggregator.score.metric.MetricScore;
import org.shopscore.aggregator.score.window.WindowSums;

/**
 * What entitlements look at of one official day of a shop.
 *
 * @param stage     NONE, GROWTH, FORMAL or WITHHELD
 * @param published empty in the stages NONE and WITHHELD
 * @param points    4 decimals, of the dimensions and metrics that the policy's entitlements name
 * @param padding   the share of the score that is not the shop's own, 0 to 1, 4 decimals
 * @param isSevere  whether a verdict that the policy calls severe counts in the window
 */
public record ScoredDay(
        LocalDate statDate,
        String stage,
        Optional<BigDecimal> published,
        Map<String, BigDecimal> points,
        BigDecimal padding,
        boolean isSevere) {

    static final String FORMAL = "FORMAL";
    static final String GROWTH = "GROWTH";
    public static final String WITHHELD = "WITHHELD";

    private static final String TOTAL = "total";

    public ScoredDay {
        points = Map.copyOf(points);
    }

    /** @param published as the day has it: none of a score that is withheld */
    public static ScoredDay of(
            LocalDate statDate,
            Judge judge,
            String stage,
            Optional<BigDecimal> published,
            ScoreSheet sheet,
            WindowSums sums) {
        return new ScoredDay(
                statDate,
                stage,
                published,
                points(sheet, judge.reach().subjects()),
                padding(sheet),
                judge.policy().severeViolations().stream().anyMatch(measure -> sums.sum(measure) > 0));
    }

    private static Map<String, BigDecimal> points(ScoreSheet sheet, Set<String> subjects) {
        var points = new HashMap<String, BigDecimal>();
        for (MetricScore metric : sheet.metrics()) {
            if (subjects.contains(metric.id())) {
                points.put(metric.id(), metric.points());
            }
        }
        for (DimensionScore dimension : sheet.dimensions()) {
            if (subjects.contains(dimension.id())) {
                points.put(dimension.id(), dimension.points());
            }
        }
        return points;
    }

    /** Each metric's, by its weight in the total. */
    private static BigDecimal padding(ScoreSheet sheet) {
        BigDecimal padding = BigDecimal.ZERO;
        for (DimensionScore dimension : sheet.dimensions()) {
            for (MetricScore metric : sheet.metrics()) {
                if (metric.dimension().equals(dimension.id())) {
                    padding = padding.add(
                            metric.padding().multiply(metric.weight()).multiply(dimension.weight()));
                }
            }
        }
        return padding.setScale(4, java.math.RoundingMode.HALF_UP);
    }

    /** With the points of these dimensions and metrics alone, as far as they are known. */
    public ScoredDay naming(Set<String> subjects) {
        if (subjects.containsAll(points.keySet())) {
            return this;
        }
        var named = new HashMap<>(points);
        named.keySet().retainAll(subjects);
        return new ScoredDay(statDate, stage, published, named, padding, isSevere);
    }

    /** Empty where the day has no score that counts. The growth score stands for everything that a growing shop has not shown yet. */
    Optional<BigDecimal> points(String subject, Set<String> stages) {
        if (!stages.contains(stage)) {
            return Optional.empty();
        }
        if (stage.equals(GROWTH) || subject.equals(TOTAL)) {
            return published;
        }
        return Optional.ofNullable(points.get(subject));
    }
}
