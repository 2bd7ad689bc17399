package org.shopscore.aggregator.official;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.shopscore.aggregator.entitlement.held.Outcomes;
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
    private static final String IS_NEWEST =
            "select not exists (select 1 from official_day where stat_date > $1 and published_at is not null)";

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
        return pool.withTransaction(connection -> connection
                .preparedQuery(PUBLISH)
                .execute(Tuple.of(statDate, (long) Lane.COUNT))
                .chain(rows -> rows.rowCount() == 1
                        ? follow(connection, statDate).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    private Uni<Void> follow(SqlConnection connection, LocalDate statDate) {
        return connection
                .preparedQuery(IS_NEWEST)
                .execute(Tuple.of(statDate))
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? policies.of(connection, statDate)
                                .chain(policy -> outcomes.published(connection, statDate, policy))
                        : outcomes.publishedLate(connection, statDate));
    }
}
