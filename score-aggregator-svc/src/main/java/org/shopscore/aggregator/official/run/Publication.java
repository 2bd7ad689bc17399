package org.shopscore.aggregator.official.run;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.shopscore.aggregator.entitlement.held.Outcomes;
import org.shopscore.aggregator.entitlement.held.RunLock;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.metric.Lane;

/** Makes a day visible: its scores, what they entitle to, and the reviews they open, at one instant. */
@ApplicationScoped
class Publication {

    private static final String PUBLISH = """
            update official_day set published_at = clock_timestamp()
             where stat_date = $1 and published_at is null
               and (select count(*) from official_lane l where l.stat_date = $1 and l.scored) = $2
            """;
    private static final String LATER = """
            select count(*) as begun, count(published_at) as published from official_day where stat_date > $1
            """;

    private final Pool pool;
    private final StoredPolicies policies;
    private final Outcomes outcomes;

    Publication(Pool pool, StoredPolicies policies, Outcomes outcomes) {
        this.pool = pool;
        this.policies = policies;
        this.outcomes = outcomes;
    }

    /** @return false when it is published already, or partitions are not scored yet */
    Uni<Boolean> publish(LocalDate statDate) {
        return pool.withTransaction(connection -> RunLock.take(connection)
                .chain(() -> connection.preparedQuery(PUBLISH).execute(Tuple.of(statDate, (long) Lane.COUNT)))
                .chain(rows -> rows.rowCount() == 1
                        ? follow(connection, statDate).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    private Uni<Void> follow(SqlConnection connection, LocalDate statDate) {
        return connection
                .preparedQuery(LATER)
                .execute(Tuple.of(statDate))
                .map(rows -> rows.iterator().next())
                .chain(later -> later.getLong("published") > 0
                        ? outcomes.publishedLate(connection, statDate)
                        : policies.of(connection, statDate)
                                .chain(policy -> outcomes.published(connection, statDate, policy))
                                .chain(() -> later.getLong("begun") > 0
                                        ? outcomes.publishedBeside(connection, statDate)
                                        : Uni.createFrom().voidItem()));
    }
}
