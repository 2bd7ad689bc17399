package org.shopscore.aggregator.official.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.inforce.PlanRows;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.score.window.StatDay;
import org.shopscore.aggregator.tile.Feeds;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;

/** Runs each day when its inputs are frozen: as soon as the feeds are complete, at the deadline in any case. */
@ApplicationScoped
class OfficialRuns {

    private static final Logger LOG = Logger.getLogger(OfficialRuns.class);

    private static final String FROZEN = """
            select l.stat_date from official_lane l left join official_day d on d.stat_date = l.stat_date
             where d.published_at is null group by l.stat_date having count(*) = $1 order by l.stat_date
            """;
    private static final String ASK = "insert into official_request (stat_date) values ($1) on conflict do nothing";
    private static final String ANSWERED = """
            delete from official_request r using official_day d where d.stat_date = r.stat_date and d.published_at is not null
            """;
    private static final String STATE = """
            select (select count(*) from official_lane where stat_date = $1) as frozen,
                   (select count(*) from official_lane where stat_date = $1 and scored) as scored,
                   (select count(*) from score_day where stat_date = $1 and revision = 0) as shops,
                   (select published_at from official_day where stat_date = $1) as published_at,
                   (select policy from official_day where stat_date = $1) as policy
            """;

    private final Pool pool;
    private final DayRun run;
    private final Feeds feeds;
    private final PlanRows policies;
    private final Clock clock;
    private final Counter failures;

    OfficialRuns(Pool pool, DayRun run, Feeds feeds, PlanRows policies, Clock clock, MeterRegistry registry) {
        this.pool = pool;
        this.run = run;
        this.feeds = feeds;
        this.policies = policies;
        this.clock = clock;
        failures = Counter.builder("aggregator.official.run.failures")
                .description("Attempts to run a day that failed; each is made again")
                .register(registry);
    }

    @Scheduled(
            every = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> tick() {
        return pool.preparedQuery(FROZEN)
                .execute(Tuple.of((long) Lane.COUNT))
                .map(rows -> rows.stream().map(row -> row.getLocalDate(0)).toList())
                .chain(days -> Multi.createFrom()
                        .iterable(days)
                        .onItem()
                        .transformToUniAndConcatenate(this::runOrSay)
                        .onItem()
                        .ignoreAsUni())
                .chain(() -> pool.query(ANSWERED).execute())
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("official-run=failed cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** One day that fails keeps no other one back. */
    private Uni<Void> runOrSay(LocalDate statDate) {
        return runWhenReady(statDate)
                .onFailure()
                .invoke(failure -> {
                    failures.increment();
                    LOG.warnf("official-run=failed day=%s cause=%s", statDate, failure.getMessage());
                })
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> runWhenReady(LocalDate statDate) {
        return incomplete(statDate).chain(incomplete -> {
            boolean isLate = !clock.instant().isBefore(StatDay.deadline(statDate));
            return incomplete.isEmpty() || isLate
                    ? run.run(statDate, incomplete)
                            .invoke(published -> LOG.infof(
                                    "official-run=%s day=%s withheld-partitions=%s",
                                    published ? "published" : "under-way", statDate, incomplete))
                            .replaceWithVoid()
                    : Uni.createFrom().voidItem();
        });
    }

    /** Partitions without proof that all facts of the day are in. */
    private Uni<Set<Integer>> incomplete(LocalDate statDate) {
        Instant end = BusinessDay.start(statDate.plusDays(1));
        List<Uni<FeedState>> states =
                IntStream.range(0, Lane.COUNT).mapToObj(feeds::of).toList();
        return policies.of(pool, statDate)
                .chain(policy -> Uni.join()
                        .all(states)
                        .usingConcurrencyOf(4)
                        .andFailFast()
                        .map(found -> {
                            var incomplete = new TreeSet<Integer>();
                            for (int lane = 0; lane < found.size(); lane++) {
                                if (!isComplete(policy, found.get(lane), end)) {
                                    incomplete.add(lane);
                                }
                            }
                            return incomplete;
                        }));
    }

    private static boolean isComplete(Policy policy, FeedState state, Instant end) {
        return state.reasons().isEmpty()
                && policy.mandatoryFeeds().stream()
                        .allMatch(feed -> Optional.ofNullable(
                                        state.completeUntil().get(feed))
                                .filter(until -> !until.isBefore(end))
                                .isPresent());
    }

    /** Has a day frozen and run that was not, e.g. one from before the suite began; a day that was run stays as it is. */
    Uni<OfficialRunView> request(LocalDate statDate) {
        return pool.preparedQuery(ASK).execute(Tuple.of(statDate)).chain(() -> state(statDate));
    }

    Uni<OfficialRunView> state(LocalDate statDate) {
        return pool.preparedQuery(STATE)
                .execute(Tuple.of(statDate))
                .map(rows -> OfficialRunView.of(statDate, rows.iterator().next()));
    }
}
