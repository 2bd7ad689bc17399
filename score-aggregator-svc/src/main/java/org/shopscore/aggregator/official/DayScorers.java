package org.shopscore.aggregator.official;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shopscore.aggregator.category.AverageRows;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.score.ScoreEngine;

/** Scores any past day as it was scored then: by the policy, the tree and the averages that were stored with it. */
@ApplicationScoped
class DayScorers {

    private final AverageRows averages;
    private final StoredPolicies policies;
    private final Map<String, ScoreEngine> engines = new ConcurrentHashMap<>();

    DayScorers(AverageRows averages, StoredPolicies policies) {
        this.averages = averages;
        this.policies = policies;
    }

    /** Only for a day that was run. */
    Uni<DayScorer> of(SqlClient client, LocalDate statDate) {
        return policies.of(client, statDate)
                .map(policy -> engines.computeIfAbsent(policy.reference(), _ -> new ScoreEngine(policy)))
                .chain(engine -> averages.tree(client, statDate)
                        .chain(tree -> averages.of(client, statDate)
                                .map(found -> new DayScorer(engine, tree, found, statDate))));
    }
}
