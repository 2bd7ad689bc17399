package org.shopscore.aggregator.whatif;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.DayAmounts;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Sums;
import org.shopscore.aggregator.tile.ShopDays;
import org.shopscore.metric.BusinessDay;
import org.shopscore.problem.Refused;

/** Asks the engine about facts that have not happened, from the tiles as they stand now. */
@ApplicationScoped
class WhatIfs {

    private record Standing(Instant asOf, LocalDate today, DayAmounts days) {

        Sums sums() {
            return days.windowEnding(today);
        }
    }

    private final ShopDays tiles;
    private final Policy policy;
    private final ScoreEngine engine;
    private final Clock clock;
    private final List<Effect> effects;
    private final Ways ways;

    WhatIfs(ShopDays tiles, Policy policy, ScoreEngine engine, Clock clock) {
        this.tiles = tiles;
        this.policy = policy;
        this.engine = engine;
        this.clock = clock;
        this.effects = Effects.of(policy);
        this.ways = new Ways(engine, effects);
    }

    Uni<WhatIfAnswer> changed(String shopId, Map<String, Long> changes) {
        return standing(shopId).map(standing -> {
            Sums sums = standing.sums();
            return answer(shopId, standing, Optional.of(Brief.of(engine.score(plus(sums, changes)))), Optional.empty());
        });
    }

    Uni<WhatIfAnswer> reaching(String shopId, BigDecimal target) {
        return standing(shopId).map(standing -> {
            ScoreSheet now = engine.score(standing.sums());
            var found = WhatIfAnswer.Target.of(
                    target.toPlainString(), now.published().compareTo(target) >= 0, ways.to(target, standing.sums()));
            return answer(shopId, standing, Optional.empty(), Optional.of(found));
        });
    }

    Uni<Attribution> attribution(String shopId) {
        return standing(shopId)
                .map(standing ->
                        Attribution.of(shopId, policy.reference(), standing.asOf(), engine, effects, standing.sums()));
    }

    Uni<RollOffAnswer> rollOff(String shopId, int count) {
        return standing(shopId)
                .map(standing -> new RollOffAnswer(
                        shopId,
                        policy.reference(),
                        standing.asOf(),
                        Brief.of(engine.score(standing.sums())),
                        RollOff.days(engine, standing.days(), standing.today(), count).stream()
                                .map(RollOffAnswer.Day::of)
                                .toList()));
    }

    private WhatIfAnswer answer(
            String shopId, Standing standing, Optional<Brief> then, Optional<WhatIfAnswer.Target> target) {
        return new WhatIfAnswer(
                shopId, policy.reference(), standing.asOf(), Brief.of(engine.score(standing.sums())), then, target);
    }

    private Uni<Standing> standing(String shopId) {
        Instant now = clock.instant();
        LocalDate today = BusinessDay.of(now);
        return tiles.of(shopId, DayAmounts.firstOfWindow(today), today).map(days -> new Standing(now, today, days));
    }

    /** No shop can have less than nothing of a measure that only ever grows by facts. */
    private static Sums plus(Sums sums, Map<String, Long> changes) {
        changes.forEach((measure, amount) -> {
            if (amount < 0 && sums.sum(measure) + amount < 0) {
                throw Refused.field(
                        422,
                        "less-than-nothing",
                        "changes." + measure,
                        "must leave at least 0 of the window's " + sums.sum(measure),
                        amount);
            }
        });
        return sums.plus(changes, 1);
    }
}
