package org.shopscore.aggregator.entitlement.held;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shopscore.aggregator.entitlement.Judge;
import org.shopscore.aggregator.entitlement.OfficialDays;
import org.shopscore.aggregator.entitlement.ScoredDay;
import org.shopscore.aggregator.entitlement.standing.Standing;
import org.shopscore.aggregator.entitlement.standing.StandingRows;
import org.shopscore.aggregator.entitlement.standing.Standings;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.entitlement.Predicate;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.score.shop.ShopProfile;

/** Goes through the published days of one shop once more, each by the policy of its day. */
@ApplicationScoped
class Rejudging {

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Standings standings;
    private final PastDays past;
    private final StoredPolicies policies;
    private final StandingRows rows;
    private final Outcomes outcomes;

    Rejudging(Standings standings, PastDays past, StoredPolicies policies, StandingRows rows, Outcomes outcomes) {
        this.standings = standings;
        this.past = past;
        this.policies = policies;
        this.rows = rows;
        this.outcomes = outcomes;
    }

    /** Stores each day whose outcome or reasons differ now, and tells what differs after the newest one. */
    Uni<Void> from(SqlConnection connection, String shopId, LocalDate first) {
        return Uni.combine()
                .all()
                .unis(
                        past.from(connection, shopId, first),
                        standings.days(connection, Set.of(shopId), first.minusDays(Predicate.FARTHEST), LAST))
                .asTuple()
                .chain(read -> judge(
                        connection,
                        new Walk(
                                shopId,
                                first,
                                read.getItem1(),
                                read.getItem2().getOrDefault(shopId, new TreeMap<>()))));
    }

    private Uni<Void> judge(SqlConnection connection, Walk walk) {
        return Multi.createFrom()
                .iterable(List.copyOf(walk.days.tailMap(walk.first).keySet()))
                .onItem()
                .transformToUniAndConcatenate(day -> policies.of(connection, day)
                        .chain(policy -> walk.step(day, policy)
                                .map(row -> rows.storeNext(connection, day, List.of(row)))
                                .orElseGet(() -> Uni.createFrom().voidItem())))
                .onItem()
                .ignoreAsUni()
                .chain(() -> walk.newest.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : outcomes.corrected(connection, walk.shopId, walk.policy, walk.was, walk.newest.get()));
    }

    /** One shop, day by day. */
    private static final class Walk {

        private final String shopId;
        private final LocalDate first;
        private final NavigableMap<LocalDate, PastDay> past;
        private final SortedMap<LocalDate, ScoredDay> days;
        private Standing before;
        private ShopProfile profile;
        private Standing was; // what was last told
        private Optional<Standing> newest = Optional.empty();
        private Policy policy;

        Walk(
                String shopId,
                LocalDate first,
                NavigableMap<LocalDate, PastDay> past,
                SortedMap<LocalDate, ScoredDay> days) {
            this.shopId = shopId;
            this.first = first;
            this.past = past;
            this.days = days;
            var last = Optional.ofNullable(past.lowerEntry(first)).map(Map.Entry::getValue);
            this.before = last.map(PastDay::standing).orElseGet(() -> Standing.none(first));
            profile = last.map(PastDay::profile).orElse(ShopProfile.UNKNOWN);
        }

        /** @return what is to be stored; empty where nothing differs */
        Optional<StandingRows.Row> step(LocalDate day, Policy of) {
            var known = Optional.ofNullable(past.get(day));
            profile = known.map(PastDay::profile).orElse(profile);
            was = known.or(() -> Optional.ofNullable(past.lowerEntry(day)).map(Map.Entry::getValue))
                    .map(PastDay::standing)
                    .orElseGet(() -> Standing.none(day));
            policy = of;
            var judge = new Judge(of);
            var subjects = judge.reach().subjects();
            var now = DayEntitlements.judged(
                    judge,
                    withReviewsOfTheDay(),
                    OfficialDays.until(day, days.values()).naming(subjects),
                    new ShopDay(shopId, profile, days.get(day).naming(subjects)));
            newest = Optional.of(now);
            before = now;
            return known.map(PastDay::standing)
                            .filter(stored -> now.equals(stored.by(stored.days().naming(subjects))))
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of(new StandingRows.Row(shopId, profile, now));
        }

        /** A review that was opened stays open until the score has recovered, also when what opened it is corrected. */
        private Standing withReviewsOfTheDay() {
            return before.withReviewsOf(was);
        }
    }
}
