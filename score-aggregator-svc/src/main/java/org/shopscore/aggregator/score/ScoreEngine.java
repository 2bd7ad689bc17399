package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
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
    private final List<Level> highestFirst;
    private final Fraction growthBar;

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
        this.highestFirst = List.copyOf(policy.levels().reversed());
        this.growthBar = Fraction.of(policy.stages().growthBar());
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
        var scored = new MetricScore[metrics.size()];
        for (int i = 0; i < scored.length; i++) {
            scored[i] = metrics.get(i).score(sums, priors, profile);
        }
        List<Bonus> earned = bonuses.earned(sums, profile.flags());
        var dimensions = new DimensionScore[policy.dimensions().size()];
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i] = dimension(policy.dimensions().get(i), scored, earned);
        }
        BigDecimal base = weighted(dimensions);
        BigDecimal deducted = deductions.of(sums);
        boolean isFormal = stageRule.isFormal(sums);
        Optional<NoScore> noScore = isFormal ? Optional.empty() : stageRule.noScore(sums, profile, statDate);
        Stage stage = noScore.isPresent() ? Stage.NONE : isFormal ? Stage.FORMAL : Stage.GROWTH;
        Optional<BigDecimal> total = switch (stage) {
            case NONE -> Optional.empty();
            case GROWTH -> Optional.of(growth(sums));
            case FORMAL -> Optional.of(total(base, earned, deducted));
        };
        return new ScoreSheet(
                stage,
                total.map(this::result),
                noScore,
                base,
                deducted,
                earned,
                List.of(dimensions),
                List.of(scored),
                diagnostics(sums));
    }

    private Result result(BigDecimal total) {
        BigDecimal published = total.setScale(2, RoundingMode.HALF_UP);
        return new Result(published, total, level(published));
    }

    private DimensionScore dimension(Dimension dimension, MetricScore[] scored, List<Bonus> earned) {
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

    private static BigDecimal weighted(DimensionScore[] dimensions) {
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
        boolean isReduced = deductions.isAny(sums) || isAnyKnownBelowTheBar(sums);
        return fourDecimals(
                isReduced ? policy.stages().growthReduced() : policy.stages().growthScore());
    }

    private boolean isAnyKnownBelowTheBar(WindowSums sums) {
        for (MetricGauge metric : metrics) {
            if (metric.isKnownBelow(growthBar, sums)) {
                return true;
            }
        }
        return false;
    }

    private Level level(BigDecimal published) {
        for (Level level : highestFirst) {
            if (published.compareTo(level.min()) >= 0) {
                return level;
            }
        }
        throw new IllegalStateException("no level for " + published);
    }

    private List<DiagnosticValue> diagnostics(WindowSums sums) {
        var values = new DiagnosticValue[diagnostics.size()];
        for (int i = 0; i < values.length; i++) {
            Gauge gauge = diagnostics.get(i);
            long n = gauge.n(sums);
            values[i] = new DiagnosticValue(policy.diagnostics().get(i).id(), n, gauge.raw(n, sums));
        }
        return List.of(values);
    }

    private static BigDecimal fourDecimals(BigDecimal points) {
        return points.setScale(4, RoundingMode.HALF_UP);
    }
}
