package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.policy.CategoryWeights;
import org.shopscore.aggregator.policy.Dimension;
import org.shopscore.aggregator.policy.Level;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.score.ScoreSheet.DimensionScore;
import org.shopscore.aggregator.score.ScoreSheet.NoScore;
import org.shopscore.aggregator.score.ScoreSheet.Result;
import org.shopscore.aggregator.score.ScoreSheet.Stage;
import org.shopscore.aggregator.score.metric.Diagnostics;
import org.shopscore.aggregator.score.metric.MetricGauge;
import org.shopscore.aggregator.score.metric.MetricScore;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.Stretch;
import org.shopscore.aggregator.score.window.WindowSums;

/**
 * Scores shops by one policy (rules.md 5.3 to 5.8): the same sums give the same digits, always. It weighs as the policy says of shops
 * whose category it says nothing of.
 */
public final class ScoreEngine {

    private final Policy policy;
    private final String reference;
    private final Maturities maturities;
    private final List<MetricGauge> metrics;
    private final Diagnostics diagnostics;
    private final Deductions deductions;
    private final Bonuses bonuses;
    private final StageRule stageRule;
    private final List<Level> highestFirst;
    private final Weighing weighing;
    private final GrowthScore growth;
    private final Ceiling ceiling;
    private final Map<String, ScoreEngine> byCategory;

    public ScoreEngine(Policy policy) {
        this(
                policy,
                policy.metrics().stream()
                        .map(metric -> new MetricGauge(metric, policy))
                        .toList(),
                policy.dimensions(),
                policy.categoryWeights());
    }

    private ScoreEngine(
            Policy policy, List<MetricGauge> metrics, List<Dimension> dimensions, List<CategoryWeights> otherwise) {
        this.policy = policy;
        this.reference = policy.reference();
        this.maturities = policy.maturities();
        this.metrics = metrics;
        this.diagnostics = new Diagnostics(policy.diagnostics());
        this.deductions = new Deductions(policy.deductionGroups());
        this.bonuses = new Bonuses(policy.bonuses());
        this.stageRule = new StageRule(policy.stages());
        this.highestFirst = List.copyOf(policy.levels().reversed());
        this.weighing = new Weighing(policy.scale(), dimensions);
        this.growth = new GrowthScore(policy.stages(), metrics, deductions);
        this.ceiling = new Ceiling(policy, metrics, weighing);
        this.byCategory =
                otherwise.stream().collect(Collectors.toUnmodifiableMap(CategoryWeights::category, this::weighing));
    }

    private ScoreEngine weighing(CategoryWeights weights) {
        return new ScoreEngine(
                policy,
                metrics.stream().map(metric -> metric.weighing(weights)).toList(),
                policy.dimensions().stream().map(weights::of).toList(),
                List.of());
    }

    /**
     * The same policy as it weighs in a category: by the weights of the nearest one that has any.
     *
     * @param categories the category and those above it, nearest first
     */
    public ScoreEngine in(List<String> categories) {
        return categories.stream()
                .map(byCategory::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(this);
    }

    public Policy policy() {
        return policy;
    }

    /** {@link Policy#reference}, always the same object. */
    public String reference() {
        return reference;
    }

    /** What it needs to know beside the sums of measures. */
    public Maturities maturities() {
        return maturities;
    }

    /** Whether the sums hold all that it asks for. */
    public boolean canScore(WindowSums sums) {
        return maturities.isEmpty() || sums.matured().cover(maturities);
    }

    /**
     * @param statDate the last day of the window
     * @throws IllegalStateException for sums that it cannot score: what was not counted is not nothing
     */
    public ScoreSheet score(WindowSums sums, Priors priors, ShopProfile profile, LocalDate statDate) {
        if (!canScore(sums)) {
            throw new IllegalStateException(reference + " counts " + maturities.names() + ", the sums hold "
                    + sums.matured().names());
        }
        var scored = new MetricScore[metrics.size()];
        for (int i = 0; i < scored.length; i++) {
            scored[i] = metrics.get(i).score(sums, priors, profile);
        }
        List<Bonus> earned = bonuses.earned(sums, profile.flags());
        DimensionScore[] dimensions = weighing.dimensions(scored, earned);
        BigDecimal base = Weighing.base(dimensions);
        BigDecimal deducted = deductions.of(sums);
        Optional<NoScore> noScore = stageRule.noScore(sums, profile, statDate);
        Stage stage = noScore.map(NoScore::stage).orElseGet(() -> stageRule.scored(sums));
        Optional<BigDecimal> total = switch (stage) {
            case NONE, WITHHELD -> Optional.empty();
            case GROWTH -> Optional.of(growth.of(sums));
            case FORMAL -> Optional.of(weighing.total(base, earned, deducted));
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
                diagnostics.of(sums));
    }

    /**
     * A published score that no sums of the stretch pass, though none of them may come to it. The less they differ, the nearer it is.
     *
     * @return empty where none of them has a score
     */
    public Optional<BigDecimal> ceiling(Stretch stretch, Priors priors, ShopProfile profile, LocalDate statDate) {
        return ceiling.published(stretch, priors, profile, statDate);
    }

    private Result result(BigDecimal total) {
        BigDecimal published = Weighing.published(total);
        return new Result(published, total, level(published));
    }

    private Level level(BigDecimal published) {
        for (Level level : highestFirst) {
            if (published.compareTo(level.min()) >= 0) {
                return level;
            }
        }
        throw new IllegalStateException("no level for " + published);
    }
}
