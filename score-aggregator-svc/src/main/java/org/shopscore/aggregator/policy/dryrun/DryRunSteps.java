package org.shopscore.aggregator.policy.dryrun;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.policy.dryrun.trial.Trial;
import org.shopscore.aggregator.policy.dryrun.trial.Trials;
import org.shopscore.aggregator.policy.dryrun.trial.Unscorable;
import org.shopscore.metric.Lane;

/**
 * Takes dry runs to their ends in steps of one transaction each: what each partition adds to the averages, then what becomes of its
 * shops. Whoever is killed in between leaves whole steps behind, and the next one goes on; replicas share the partitions.
 */
@ApplicationScoped
class DryRunSteps {

    private static final Logger LOG = Logger.getLogger(DryRunSteps.class);
    private static final String RUNNING =
            "select dry_run_id, policy, stat_date from policy_dry_run where finished_at is null order by id";
    private static final String TO_AVERAGE = """
            select 1 from policy_dry_run_lane where dry_run_id = $1 and partition = $2 and averages is null
             for update skip locked
            """;
    private static final String AVERAGED =
            "update policy_dry_run_lane set averages = $3 where dry_run_id = $1 and partition = $2";
    private static final String AVERAGES =
            "select averages from policy_dry_run_lane where dry_run_id = $1 and averages is not null";
    private static final String TO_SCORE = """
            select 1 from policy_dry_run_lane where dry_run_id = $1 and partition = $2 and tally is null
             for update skip locked
            """;
    private static final String SCORED =
            "update policy_dry_run_lane set tally = $3 where dry_run_id = $1 and partition = $2";
    private static final String FINISH = """
            update policy_dry_run r set finished_at = clock_timestamp() where dry_run_id = $1 and finished_at is null
               and not exists (select from policy_dry_run_lane l where l.dry_run_id = r.dry_run_id and l.tally is null)
            """;
    private static final String FAIL =
            "update policy_dry_run set finished_at = clock_timestamp(), failure = $2 where dry_run_id = $1";

    private final Pool pool;
    private final Trials trials;
    private final EffectRows rows;
    private final Texts texts;

    DryRunSteps(Pool pool, Trials trials, EffectRows rows, Texts texts) {
        this.pool = pool;
        this.trials = trials;
        this.rows = rows;
        this.texts = texts;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> tick() {
        return pool.query(RUNNING)
                .execute()
                .chain(running -> Multi.createFrom()
                        .iterable(running)
                        .onItem()
                        .transformToUniAndConcatenate(this::run)
                        .onItem()
                        .ignoreAsUni())
                .onFailure()
                .invoke(failure -> LOG.warnf("dry-run=interrupted cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> run(Row row) {
        String id = row.getString("dry_run_id");
        return trials.counting(row.getString("policy"), row.getLocalDate("stat_date"))
                .chain(trial -> eachLane(lane -> average(id, trial, lane))
                        .chain(() -> averages(id))
                        .chain(texts ->
                                texts.size() < Lane.COUNT ? Uni.createFrom().voidItem() : score(id, trial, texts)))
                .onFailure(Unscorable.class)
                .recoverWithUni(failure -> pool.preparedQuery(FAIL)
                        .execute(Tuple.of(id, failure.getMessage()))
                        .replaceWithVoid())
                .onFailure()
                .invoke(failure -> LOG.warnf("dry-run=interrupted id=%s cause=%s", id, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> score(String id, Trial trial, List<String> averages) {
        var scorers = trial.with(texts.averages(averages));
        return eachLane(lane -> score(id, scorers, lane))
                .chain(() -> pool.preparedQuery(FINISH).execute(Tuple.of(id)))
                .invoke(finished -> {
                    if (finished.rowCount() == 1) {
                        LOG.infof(
                                "dry-run=finished id=%s policy=%s",
                                id, trial.policy().reference());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<List<String>> averages(String id) {
        return pool.preparedQuery(AVERAGES)
                .execute(Tuple.of(id))
                .map(read -> read.stream().map(row -> row.getString(0)).toList());
    }

    private Uni<Void> average(String id, Trial trial, int lane) {
        return claimed(
                TO_AVERAGE,
                id,
                lane,
                connection -> trials.averages(connection, trial, lane)
                        .chain(sums -> connection
                                .preparedQuery(AVERAGED)
                                .execute(Tuple.of(id, (short) lane, texts.write(sums))))
                        .replaceWithVoid());
    }

    private Uni<Void> score(String id, Trial.Scorers scorers, int lane) {
        return claimed(
                TO_SCORE,
                id,
                lane,
                connection -> trials.effects(connection, scorers, lane)
                        .onItem()
                        .transformToUniAndConcatenate(
                                effects -> rows.store(connection, id, effects).replaceWith(() -> Tallies.of(effects)))
                        .collect()
                        .in(Tallies::new, Tallies::add)
                        .chain(tallies -> connection
                                .preparedQuery(SCORED)
                                .execute(Tuple.of(id, (short) lane, texts.write(tallies.sum()))))
                        .replaceWithVoid());
    }

    private interface Step {
        Uni<Void> in(SqlConnection connection);
    }

    /** Unless it is done already, or another process is about to. */
    private Uni<Void> claimed(String claim, String id, int lane, Step step) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(claim)
                .execute(Tuple.of(id, (short) lane))
                .chain(found -> found.size() == 0 ? Uni.createFrom().voidItem() : step.in(connection)));
    }

    private interface LaneStep {
        Uni<Void> of(int lane);
    }

    private static Uni<Void> eachLane(LaneStep step) {
        return Multi.createFrom()
                .iterable(IntStream.range(0, Lane.COUNT).boxed().toList())
                .onItem()
                .transformToUniAndConcatenate(step::of)
                .onItem()
                .ignoreAsUni();
    }
}
