package org.shopscore.aggregator.official;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shopscore.aggregator.category.AverageRows;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.score.ScoreEngine;

/** Scores any past day as it was scored then: by the policy, the tree and the averages that were stored with it. */
@ApplicationScoped
class DayScorers {

    private static final String POLICY = """
            select p.reference, p.document from official_day d join policy_document p on p.reference = d.policy
             where d.stat_date = $1
            """;

    private final AverageRows averages;
    private final Map<String, ScoreEngine> engines = new ConcurrentHashMap<>();

    DayScorers(AverageRows averages) {
        this.averages = averages;
    }

    /** Only for a day that was run. */
    Uni<DayScorer> of(SqlClient client, LocalDate statDate) {
        return client.preparedQuery(POLICY)
                .execute(Tuple.of(statDate))
                .map(rows -> rows.iterator().next())
                .map(row -> engines.computeIfAbsent(
                        row.getString("reference"),
                        reference -> new ScoreEngine(PolicyFile.read(reference, row.getString("document")))))
                .chain(engine -> averages.tree(client, statDate)
                        .chain(tree -> averages.of(client, statDate)
                                .map(found -> new DayScorer(engine, tree, found, statDate))));
    }
}
