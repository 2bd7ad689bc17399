package org.shopscore.aggregator.official.run;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import org.shopscore.aggregator.entitlement.held.RunLock;
import org.shopscore.aggregator.official.input.FrozenMaturities;
import org.shopscore.aggregator.official.sheet.DayScorers;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.inforce.PlanRows;
import org.shopscore.aggregator.policy.metric.Metric;

/**
 * The run of one day in steps of one transaction each: the policy, the averages, the scores of each partition, the publication. Whoever is
 * killed in between leaves whole steps behind, and the next one goes on; replicas share the partitions.
 */
@ApplicationScoped
class DayRun {

    private static final String BEGIN =
            "insert into official_day (stat_date, policy, metrics) values ($1, $2, $3) on conflict do nothing";
    private static final String IS_AVERAGED = "select averaged from official_day where stat_date = $1";

    private final Pool pool;
    private final PlanRows policies;
    private final DayAverages averages;
    private final DayScorers scorers;
    private final LaneScores lanes;
    private final Publication publication;

    DayRun(
            Pool pool,
            PlanRows policies,
            DayAverages averages,
            DayScorers scorers,
            LaneScores lanes,
            Publication publication) {
        this.pool = pool;
        this.policies = policies;
        this.averages = averages;
        this.scorers = scorers;
        this.lanes = lanes;
        this.publication = publication;
    }

    /**
     * Takes a day whose partitions are all frozen to its end.
     *
     * @param incomplete partitions whose shops are withheld, where that was not settled before
     * @return whether this call has published it
     */
    Uni<Boolean> run(LocalDate statDate, Set<Integer> incomplete) {
        return begin(statDate)
                .chain(() -> average(statDate, incomplete))
                .chain(() -> scorers.of(pool, statDate))
                .chain(lanes::score)
                .chain(() -> publication.publish(statDate));
    }

    /** The policy of the day is settled once. */
    private Uni<Void> begin(LocalDate statDate) {
        return pool.withTransaction(connection -> RunLock.take(connection)
                .chain(() -> policies.of(connection, statDate))
                .call(policy -> requireInputs(connection, statDate, policy))
                .chain(policy -> connection
                        .preparedQuery(BEGIN)
                        .execute(Tuple.of(statDate, policy.reference(), metrics(policy))))
                .replaceWithVoid());
    }

    private static String[] metrics(Policy policy) {
        return policy.metrics().stream().map(Metric::id).toArray(String[]::new);
    }

    /** No switch is planned for a day whose inputs lack something, so that this never fails: nothing is scored by what was not counted. */
    private static Uni<Void> requireInputs(SqlConnection connection, LocalDate statDate, Policy policy) {
        return FrozenMaturities.lacking(connection, statDate, statDate, policy.maturities())
                .invoke(lacking -> lacking.ifPresent(day -> {
                    throw new IllegalStateException("the inputs of " + day + " lack something of what "
                            + policy.reference() + " counts: "
                            + policy.maturities().names());
                }))
                .replaceWithVoid();
    }

    private Uni<Void> average(LocalDate statDate, Set<Integer> incomplete) {
        return pool.preparedQuery(IS_AVERAGED)
                .execute(Tuple.of(statDate))
                .chain(rows -> rows.iterator().next().getBoolean("averaged")
                        ? Uni.createFrom().voidItem()
                        : policies.of(pool, statDate).chain(policy -> averages.settle(statDate, policy, incomplete)));
    }
}
