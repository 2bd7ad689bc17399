package org.shopscore.aggregator.explanation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.DayAmounts;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ShopScorer;
import org.shopscore.aggregator.score.Sums;
import org.shopscore.aggregator.shop.Scorers;
import org.shopscore.aggregator.tile.ShopDays;
import org.shopscore.metric.BusinessDay;

/** Explains scores from the tiles as they stand now. */
@ApplicationScoped
class Explanations {

    private static final int WEEK = 7;

    private final ShopDays tiles;
    private final Scorers scorers;
    private final Clock clock;
    private final Policy policy;
    private final ExplanationFigures figures;

    Explanations(ShopDays tiles, Scorers scorers, Clock clock, Policy policy, Evidence evidence) {
        this.tiles = tiles;
        this.scorers = scorers;
        this.clock = clock;
        this.policy = policy;
        this.figures = new ExplanationFigures(policy, evidence);
    }

    /** @param since the earlier day whose score the waterfall comes from */
    Uni<Explanation> of(String shopId, Optional<LocalDate> since) {
        Instant now = clock.instant();
        LocalDate today = BusinessDay.of(now);
        LocalDate earliest = since.filter(today.minusDays(WEEK)::isAfter).orElse(today.minusDays(WEEK));
        return tiles.of(shopId, DayAmounts.firstOfWindow(earliest), today)
                .map(days -> explain(shopId, now, days, today, since));
    }

    private Explanation explain(
            String shopId, Instant asOf, DayAmounts days, LocalDate today, Optional<LocalDate> since) {
        Sums sums = days.windowEnding(today);
        ShopScorer scorer = scorers.of(shopId);
        ScoreSheet sheet = scorer.score(sums, today);
        LocalDate lastWeek = today.minusDays(WEEK);
        ScoreSheet weekAgo = scorer.score(days.windowEnding(lastWeek), lastWeek);
        var breakdown = Breakdown.of(sheet, policy.scale().max());
        var window = new Explanation.Window(DayAmounts.firstOfWindow(today), today);
        return new Explanation(
                shopId,
                policy.reference(),
                asOf,
                window,
                figures.of(shopId, sheet, weekAgo, breakdown, window),
                new Sentences(policy)
                        .inAll(sheet, breakdown, sums.sum(policy.stages().validPaidOrdersMeasure())),
                since.map(day -> ExplanationFigures.steps(
                        day,
                        Waterfall.between(
                                scorer.score(days.windowEnding(day), day),
                                sheet,
                                policy.scale().max()))));
    }
}
