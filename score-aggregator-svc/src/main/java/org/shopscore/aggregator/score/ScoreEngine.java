package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.policy.Dimension;
import org.shopscore.aggregator.policy.Level;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.Scale;
import org.shopscore.aggregator.score.ScoreSheet.DimensionScore;
import org.shopscore.aggregator.score.ScoreSheet.NoScore;
import org.shopscore.aggregator.score.ScoreSheet.Result;
import org.shopscore.aggregator.score.ScoreSheet.Stage;

/** Scores shops by one policy (rules.md 5.3 to 5.8): the same sums give the same digits, always. */
public final class ScoreEngine {

    private final Policy policy;
    private final String reference;
    private final List<MetricGauge> metrics;
    private final List<Gauge> diagnostics;
    private final Deductions deductions;
    private final Bonuses bonuses;
    private final StageRule stageRule;

    public ScoreEngine(Policy policy) {
        this.policy = policy;
        this.reference = policy.reference();
        this.metrics = policy.metrics().stream()
                .map(metric -> new MetricGauge(metric, policy))
                .toList();
        this.diagnostics = policy.diagnostics().stream()
                .map(diagnostic -> new Gauge(diagnostic.ratio()))
                .toList();
        this.deductions = new Deductions(policy.deductionGroups());
        this.bonuses = new Bonuses(policy.bonuses());
        this.stageRule = new StageRule(policy.stages());
    }

    public Policy policy() {
        return policy;
    }

    /** {@link Policy#reference}, always the same object. */
    public String reference() {
        return reference;
    }

    /** @param statDate the last day of the window */
    public ScoreSheet score(WindowSums sums, Priors priors, ShopProfile profile, LocalDate statDate) {
        List<MetricScore> scored = metrics.stream()
                .map(metric -> metric.score(sums, priors, profile))
                .toList();
        List<Bonus> earned = bonuses.earned(sums, profile.flags());
        List<DimensionScore> dimensions = policy.dimensions().stream()
                .map(dimension -> dimension(dimension, scored, earned))
                .toList();
        BigDecimal base = weighted(dimensions);
        BigDecimal deducted = deductions.of(sums);
        Optional<NoScore> noScore =
                stageRule.isFormal(sums) ? Optional.empty() : stageRule.noScore(sums, profile, statDate);
        Stage stage = noScore.isPresent() ? Stage.NONE : stageRule.isFormal(sums) ? Stage.FORMAL : Stage.GROWTH;
        Optional<BigDecimal> total = switch (stage) {
            case NONE -> Optional.empty();
            case GROWTH -> Optional.of(growth(sums));
            case FORMAL -> Optional.of(total(base, earned, deducted));
        };
        return new ScoreSheet(
                stage, total.map(this::result), noScore, base, deducted, earned, dimensions, scored, diagnostics(sums));
    }

    private Result result(BigDecimal total) {
        BigDecimal published = total.setScale(2, RoundingMode.HALF_UP);
        return new Result(published, total, level(published));
    }

    private DimensionScore dimension(Dimension dimension, List<MetricScore> scored, List<Bonus> earned) {
        BigDecimal sum = BigDecimal.ZERO;
        for (MetricScore metric : scored) {
            if (metric.dimension().equals(dimension.id())) {
                sum = sum.add(metric.weight().multiply(metric.points()));
            }
        }
        BigDecimal bonus = Bonuses.sum(earned, Optional.of(dimension.id()));
        BigDecimal points = policy.scale().clamp(fourDecimals(sum).add(bonus));
        return new DimensionScore(dimension.id(), fourDecimals(points), dimension.weight());
    }

    private static BigDecimal weighted(List<DimensionScore> dimensions) {
        BigDecimal sum = BigDecimal.ZERO;
        for (DimensionScore dimension : dimensions) {
            sum = sum.add(dimension.weight().multiply(dimension.points()));
        }
        return fourDecimals(sum);
    }

    /** A bonus never lifts the total above the scale, and is capped before deductions are taken. */
    private BigDecimal total(BigDecimal base, List<Bonus> earned, BigDecimal deducted) {
        Scale scale = policy.scale();
        BigDecimal raised = scale.clamp(base.add(Bonuses.sum(earned, Optional.empty())));
        return fourDecimals(scale.clamp(raised.subtract(deducted)));
    }

    private BigDecimal growth(WindowSums sums) {
        boolean isReduced = deductions.isAny(sums)
                || metrics.stream()
                        .anyMatch(metric -> metric.isKnownBelow(policy.stages().growthBar(), sums));
        return fourDecimals(
                isReduced ? policy.stages().growthReduced() : policy.stages().growthScore());
    }

    private Level level(BigDecimal published) {
        return policy.levels().reversed().stream()
                .filter(level -> published.compareTo(level.min()) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private List<DiagnosticValue> diagnostics(WindowSums sums) {
        var values = new ArrayList<DiagnosticValue>(diagnostics.size());
        for (int i = 0; i < diagnostics.size(); i++) {
            Gauge gauge = diagnostics.get(i);
            values.add(new DiagnosticValue(policy.diagnostics().get(i).id(), gauge.n(sums), gauge.raw(sums)));
        }
        return values;
    }

    private static BigDecimal fourDecimals(BigDecimal points) {
        return points.setScale(4, RoundingMode.HALF_UP);
    }
}
