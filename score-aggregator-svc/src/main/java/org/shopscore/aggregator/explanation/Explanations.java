package org.shopscore.aggregator.explanation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.DayAmounts;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Sums;
import org.shopscore.aggregator.tile.ShopDays;
import org.shopscore.metric.BusinessDay;

/** Explains scores from the tiles as they stand now. */
@ApplicationScoped
class Explanations {

    private static final int WEEK = 7;

    private final ShopDays tiles;
    private final ScoreEngine engine;
    private final Clock clock;
    private final Policy policy;
    private final ExplanationFigures figures;

    Explanations(ShopDays tiles, ScoreEngine engine, Clock clock, Policy policy, Evidence evidence) {
        this.tiles = tiles;
        this.engine = engine;
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
        ScoreSheet sheet = engine.score(sums);
        ScoreSheet weekAgo = engine.score(days.windowEnding(today.minusDays(WEEK)));
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
                                engine.score(days.windowEnding(day)),
                                sheet,
                                policy.scale().max()))));
    }
}
