package org.shopscore.aggregator.ingest.owner;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDate;
import org.shopscore.aggregator.policy.inforce.PlanRows;
import org.shopscore.aggregator.policy.inforce.PolicyMaturities;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.tile.Maturing;
import org.shopscore.aggregator.tile.MeasureBook;

/** What sums are to hold besides those of measures, because a policy counts it. */
public final class WantedMaturing {

    private final Pool pool;
    private final MeasureBook book;
    private final PolicyMaturities policies = new PolicyMaturities();

    public WantedMaturing(Pool pool, MeasureBook book) {
        this.pool = pool;
        this.book = book;
    }

    Uni<Maturing> now() {
        return policies.now(pool).chain(book::maturing);
    }

    /** For the inputs of a day that nobody can count again: also what the policy of the day counts, whatever became of it since. */
    public Uni<Maturing> forEver(LocalDate statDate) {
        return policies.now(pool)
                .chain(now -> policies.of(pool, statDate).map(now::and))
                .chain(book::maturing);
    }

    /**
     * Nobody plans another policy for the day until the end of the transaction.
     *
     * @return fails when one was that counts something else
     */
    public Uni<Void> require(SqlConnection connection, LocalDate statDate, Maturities counted) {
        return connection
                .query(PlanRows.LOCK)
                .execute()
                .chain(() -> policies.of(connection, statDate))
                .invoke(wanted -> {
                    if (!counted.cover(wanted)) {
                        throw new IllegalStateException("a policy was planned for " + statDate + " that counts "
                                + wanted.names() + ", the inputs hold " + counted.names());
                    }
                })
                .replaceWithVoid();
    }
}
