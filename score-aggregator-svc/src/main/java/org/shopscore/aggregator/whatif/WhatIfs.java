package org.shopscore.aggregator.whatif;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ShopScorer;
import org.shopscore.aggregator.score.window.DayAmounts;
import org.shopscore.aggregator.score.window.Stretch;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.aggregator.shop.Scorers;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.shop.ShopDays;
import org.shopscore.aggregator.whatif.ways.Effect;
import org.shopscore.aggregator.whatif.ways.Effects;
import org.shopscore.aggregator.whatif.ways.Scores;
import org.shopscore.aggregator.whatif.ways.Ways;
import org.shopscore.metric.BusinessDay;
import org.shopscore.problem.Refused;

/** Asks the engine about facts that have not happened, from the tiles as they stand now. */
@ApplicationScoped
class WhatIfs {

    /** A shop today. */
    private record Standing(String shopId, Instant asOf, LocalDate today, DayAmounts days, ShopScorer scorer)
            implements Scores {

        Sums sums() {
            return scorer.sums(days, today);
        }

        @Override
        public ScoreSheet score(Sums sums) {
            return scorer.score(sums, today);
        }

        @Override
        public Optional<BigDecimal> ceiling(Stretch stretch) {
            return scorer.ceiling(stretch, today);
        }

        List<Effect> effects() {
            return Effects.of(scorer.policy());
        }

        String policyVersion() {
            return scorer.policy().reference();
        }

        Brief now() {
            return Brief.of(score(sums()));
        }
    }

    private final ShopDays tiles;
    private final Scorers scorers;
    private final Clock clock;

    WhatIfs(ShopDays tiles, Scorers scorers, Clock clock) {
        this.tiles = tiles;
        this.scorers = scorers;
        this.clock = clock;
    }

    Uni<WhatIfAnswer> changed(String shopId, Map<String, Long> changes) {
        return standing(shopId).map(shop -> {
            ScoreSheet then = shop.score(plus(shop.sums(), changes));
            return answer(shop, Optional.of(Brief.of(then)), Optional.empty());
        });
    }

    Uni<WhatIfAnswer> reaching(String shopId, BigDecimal target) {
        return standing(shopId).map(shop -> {
            WhatIfRequest.checkWithin(shop.scorer().policy().scale(), target);
            var found = new Ways(shop.effects()).to(target, shop.sums(), shop);
            boolean isReached = Ways.reaches(target, shop.score(shop.sums()));
            return answer(
                    shop,
                    Optional.empty(),
                    Optional.of(WhatIfAnswer.Target.of(target.toPlainString(), isReached, found)));
        });
    }

    Uni<Attribution> attribution(String shopId) {
        return standing(shopId)
                .map(shop -> Attribution.of(shopId, shop.asOf(), shop.scorer().policy(), shop.sums(), shop::score));
    }

    Uni<RollOffAnswer> rollOff(String shopId, int count) {
        return standing(shopId)
                .map(shop -> new RollOffAnswer(
                        shopId,
                        shop.policyVersion(),
                        shop.asOf(),
                        shop.now(),
                        RollOff.days(shop.scorer(), shop.days(), shop.today(), count).stream()
                                .map(RollOffAnswer.Day::of)
                                .toList()));
    }

    private WhatIfAnswer answer(Standing shop, Optional<Brief> then, Optional<WhatIfAnswer.Target> target) {
        return new WhatIfAnswer(shop.shopId(), shop.policyVersion(), shop.asOf(), shop.now(), then, target);
    }

    /** On a thread that may take its time: an answer can cost some thousand scores. */
    private Uni<Standing> standing(String shopId) {
        Instant now = clock.instant();
        LocalDate today = BusinessDay.of(now);
        ShopScorer scorer = scorers.of(shopId);
        return tiles.of(shopId, scorer.firstDay(today), today)
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(days -> new Standing(shopId, now, today, days, scorer));
    }

    /** No shop can have less than nothing of a measure, or more than ingest takes in. Both bounds are far from those of a {@code long}. */
    private static Sums plus(Sums sums, Map<String, Long> changes) {
        changes.forEach((measure, amount) -> {
            long sum = inWindow(sums, measure) + amount;
            if (amount < 0 && sum < 0) {
                throw refused(
                        "less-than-nothing", measure, "must leave at least 0 of " + theWindows(sums, measure), amount);
            }
            if (amount > 0 && sum > Amounts.MOST) {
                String rule = "must leave at most %d with %s".formatted(Amounts.MOST, theWindows(sums, measure));
                throw refused("sum-out-of-bounds", measure, rule, amount);
            }
        });
        return sums.plus(changes, 1);
    }

    private static String theWindows(Sums sums, String measure) {
        return "the window's " + inWindow(sums, measure);
    }

    /** Of a measure that matures the most that has: ways are found in that. */
    private static long inWindow(Sums sums, String measure) {
        return sums.matured().of(measure).mapToLong(sums::sum).max().orElseGet(() -> sums.sum(measure));
    }

    private static Refused refused(String code, String measure, String rule, long amount) {
        return Refused.field(422, code, "changes." + measure, rule, amount);
    }
}
