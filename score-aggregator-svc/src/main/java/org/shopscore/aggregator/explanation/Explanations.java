package org.shopscore.aggregator.explanation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.explanation.breakdown.Waterfall;
import org.shopscore.aggregator.official.sheet.OfficialSheet;
import org.shopscore.aggregator.official.sheet.OfficialSheets;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ShopScorer;
import org.shopscore.aggregator.score.window.DayAmounts;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.aggregator.shop.Scorers;
import org.shopscore.aggregator.tile.shop.ShopDays;
import org.shopscore.metric.BusinessDay;

/** Explains a shop's scores: the provisional one from the tiles as they stand now, the official one from its inputs. */
@ApplicationScoped
class Explanations {

    private static final int WEEK = 7;

    /** @param published the day's official total */
    private record Since(LocalDate day, Optional<BigDecimal> published) {}

    private final ShopDays tiles;
    private final Scorers scorers;
    private final CategoryPeers peers;
    private final ExplanationFigures figures;
    private final OfficialExplanations official;
    private final OfficialSheets sheets;

    Explanations(
            ShopDays tiles,
            Scorers scorers,
            CategoryPeers peers,
            ExplanationFigures figures,
            OfficialExplanations official,
            OfficialSheets sheets) {
        this.tiles = tiles;
        this.scorers = scorers;
        this.peers = peers;
        this.figures = figures;
        this.official = official;
        this.sheets = sheets;
    }

    /** @param since the earlier day whose score the waterfall comes from */
    Uni<Explanation> of(String shopId, Instant now, Optional<LocalDate> since) {
        LocalDate today = BusinessDay.of(now);
        LocalDate earliest = since.filter(today.minusDays(WEEK)::isAfter).orElse(today.minusDays(WEEK));
        ShopScorer scorer = scorers.of(shopId);
        return tiles.of(shopId, scorer.firstDay(earliest), today)
                .chain(days -> Uni.combine()
                        .all()
                        .unis(
                                official.of(shopId),
                                peers.of(scorer.profile().category(), Optional.empty()),
                                totalOn(shopId, since))
                        .with((published, compared, total) -> explain(
                                explained(shopId, scorer, days, today, compared),
                                scorer,
                                days,
                                now,
                                since.map(day -> new Since(day, total)),
                                published)));
    }

    /** Empty for a day without an official score. */
    private Uni<Optional<BigDecimal>> totalOn(String shopId, Optional<LocalDate> day) {
        return day.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : sheets.on(shopId, day.get())
                        .map(found -> found.filter(sheet -> !sheet.isWithheld())
                                .map(OfficialSheet::sheet)
                                .flatMap(ScoreSheet::result)
                                .map(ScoreSheet.Result::total));
    }

    private static Explained explained(
            String shopId, ShopScorer scorer, DayAmounts days, LocalDate today, Optional<Peers> peers) {
        LocalDate lastWeek = today.minusDays(WEEK);
        return new Explained(
                shopId,
                today,
                scorer.engine().policy(),
                scorer.score(scorer.sums(days, today), today),
                false,
                Optional.of(scorer.score(scorer.sums(days, lastWeek), lastWeek)),
                peers);
    }

    private Explanation explain(
            Explained now,
            ShopScorer scorer,
            DayAmounts days,
            Instant asOf,
            Optional<Since> since,
            Optional<Explanation.OfficialPart> published) {
        Policy policy = now.policy();
        Sums sums = days.windowEnding(now.statDate());
        return new Explanation(
                now.shopId(),
                policy.reference(),
                asOf,
                published,
                now.window(),
                figures.of(now),
                now.sentences(sums.sum(policy.stages().validPaidOrdersMeasure())),
                since.map(then -> ExplanationFigures.steps(then.day(), waterfall(then, now, scorer, days))));
    }

    private static Waterfall waterfall(Since since, Explained now, ShopScorer scorer, DayAmounts days) {
        ScoreSheet then = scorer.score(scorer.sums(days, since.day()), since.day());
        var scoredNow =
                Waterfall.between(then, now.sheet(), now.policy().scale().max());
        return since.published().map(scoredNow::fromPublished).orElse(scoredNow);
    }
}
