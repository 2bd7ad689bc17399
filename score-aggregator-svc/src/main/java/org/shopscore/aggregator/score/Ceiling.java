package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreSheet.NoScore;
import org.shopscore.aggregator.score.ScoreSheet.Stage;
import org.shopscore.aggregator.score.metric.MetricGauge;
import org.shopscore.aggregator.score.metric.MetricScore;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.Stretch;
import org.shopscore.aggregator.score.window.WindowSums;

/**
 * What no sums of a stretch score more than: each metric where it is best, every bonus that any of them can earn, no more deductions
 * than all of them have. Where nothing on the way pulls apart, the better end of the stretch scores just this.
 */
final class Ceiling {

    private final List<MetricGauge> metrics;
    private final Bonuses bonuses;
    private final Deductions deductions;
    private final StageRule stageRule;
    private final Weighing weighing;
    private final GrowthScore growth;

    Ceiling(Policy policy, List<MetricGauge> metrics, Weighing weighing) {
        this.metrics = metrics;
        this.bonuses = new Bonuses(policy.bonuses());
        this.deductions = new Deductions(policy.deductionGroups());
        this.stageRule = new StageRule(policy.stages());
        this.weighing = weighing;
        this.growth = new GrowthScore(policy.stages(), metrics, deductions);
    }

    /**
     * Orders go one way, so every stage on the way lies between those of the ends, but for verdicts that withhold a score at some of them.
     * Empty where none of them has a score.
     */
    Optional<BigDecimal> published(Stretch stretch, Priors priors, ShopProfile profile, LocalDate statDate) {
        if (stageRule.isWithheld(stretch.least())) {
            return Optional.empty();
        }
        Set<Stage> ends = EnumSet.of(end(stretch.first(), profile, statDate), end(stretch.last(), profile, statDate));
        var totals = Stream.<BigDecimal>builder();
        if (ends.contains(Stage.FORMAL)) {
            totals.add(computed(stretch, priors, profile));
        }
        if (ends.contains(Stage.GROWTH) || ends.size() > 1) {
            totals.add(growth.ceiling(stretch));
        }
        return totals.build().max(Comparator.naturalOrder()).map(Weighing::published);
    }

    private Stage end(WindowSums sums, ShopProfile profile, LocalDate statDate) {
        return stageRule
                .verdictsApart(sums, profile, statDate)
                .map(NoScore::stage)
                .orElseGet(() -> stageRule.scored(sums));
    }

    private BigDecimal computed(Stretch stretch, Priors priors, ShopProfile profile) {
        MetricScore[] best = metrics.stream()
                .map(metric -> metric.best(stretch, priors, profile))
                .toArray(MetricScore[]::new);
        List<Bonus> earned = bonuses.possible(stretch, profile.flags());
        BigDecimal base = Weighing.base(weighing.dimensions(best, earned));
        return weighing.total(base, earned, deductions.of(stretch.least()));
    }
}
