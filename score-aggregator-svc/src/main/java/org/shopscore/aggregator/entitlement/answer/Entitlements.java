package org.shopscore.aggregator.entitlement.answer;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.entitlement.Outlook;
import org.shopscore.aggregator.entitlement.held.PastDay;
import org.shopscore.aggregator.entitlement.held.PastDays;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.score.window.DayAmounts;
import org.shopscore.aggregator.tile.shop.ShopDays;
import org.shopscore.problem.Refused;

/** Answers what a shop holds by its newest official score, why, and when that could change. */
@ApplicationScoped
class Entitlements {

    private static final String NEWEST = """
            select e.*, d.policy, s.stage, s.level, s.traffic_weight
              from entitlement_day e
              join official_day d on d.stat_date = e.stat_date and d.published_at is not null
              join lateral (select * from score_day s where s.shop_id = e.shop_id and s.stat_date = e.stat_date
                             order by s.revision desc limit 1) s on true
             where e.shop_id = $1 order by e.stat_date desc, e.evaluation desc limit 1
            """;

    private final Pool pool;
    private final PastDays past;
    private final StoredPolicies policies;
    private final ShopDays tiles;

    Entitlements(Pool pool, PastDays past, StoredPolicies policies, ShopDays tiles) {
        this.pool = pool;
        this.past = past;
        this.policies = policies;
        this.tiles = tiles;
    }

    /** @return fails with {@link Refused} 404 for a shop that is not known, or has no official score yet */
    Uni<EntitlementAnswer> of(String shopId) {
        return ShopDays.inTime(pool.preparedQuery(NEWEST)
                        .execute(Tuple.of(shopId))
                        .map(rows -> rows.stream().findFirst()))
                .chain(found -> found.isPresent() ? answer(shopId, found.get()) : none(shopId));
    }

    private Uni<EntitlementAnswer> none(String shopId) {
        return tiles.requireKnown(shopId).map(_ -> {
            throw new Refused(404, "unknown-score", "no official score of the shop " + shopId + " was published yet");
        });
    }

    private Uni<EntitlementAnswer> answer(String shopId, Row row) {
        PastDay day = PastDay.of(row);
        return ShopDays.inTime(policies.of(pool, day.statDate())
                .chain(policy -> past.from(pool, shopId, day.statDate())
                        .emitOn(Infrastructure.getDefaultExecutor())
                        .chain(days -> amounts(shopId, day.statDate())
                                .map(amounts -> new DayAnswer(
                                                policy,
                                                Optional.ofNullable(days.lowerEntry(day.statDate()))
                                                        .map(before -> before.getValue()
                                                                .standing()),
                                                day,
                                                Outlook.of(
                                                        policy, day.standing().days(), day.profile(), amounts))
                                        .of(shopId, row)))));
    }

    /** By the tiles as they stand now: a verdict that was lifted since no longer counts, and one of today does. */
    private Uni<DayAmounts> amounts(String shopId, LocalDate statDate) {
        return tiles.amounts(shopId, DayAmounts.firstOfWindow(statDate), statDate.plusDays(DayAmounts.WINDOW));
    }
}
