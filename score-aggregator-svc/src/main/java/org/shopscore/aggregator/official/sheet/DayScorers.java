package org.shopscore.aggregator.official.sheet;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shopscore.aggregator.category.AverageRows;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.score.ScoreEngine;

/** Scores any past day as it was scored then: by the policy, the tree and the averages that were stored with it. */
@ApplicationScoped
public class DayScorers {

    private final AverageRows averages;
    private final StoredPolicies policies;
    private final Map<String, ScoreEngine> engines = new ConcurrentHashMap<>();
    private final Map<LocalDate, DayScorer> recent = Collections.synchronizedMap(new Recent());

    public DayScorers(AverageRows averages, StoredPolicies policies) {
        this.averages = averages;
        this.policies = policies;
    }

    /** Only for a day whose averages are settled: what it is scored by never changes again, and is read once. */
    public Uni<DayScorer> of(SqlClient client, LocalDate statDate) {
        DayScorer known = recent.get(statDate);
        return known != null
                ? Uni.createFrom().item(known)
                : read(client, statDate).invoke(read -> recent.put(statDate, read));
    }

    private Uni<DayScorer> read(SqlClient client, LocalDate statDate) {
        return policies.of(client, statDate)
                .map(policy -> engines.computeIfAbsent(policy.reference(), _ -> new ScoreEngine(policy)))
                .chain(engine -> averages.tree(client, statDate)
                        .chain(tree -> averages.of(client, statDate)
                                .map(found -> new DayScorer(engine, tree, found, statDate))));
    }

    /** The days that were read last: those that explanations and revisions are about. */
    private static final class Recent extends LinkedHashMap<LocalDate, DayScorer> {

        private static final long serialVersionUID = 1;
        private static final int MOST = 16;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, DayScorer> eldest) {
            return size() > MOST;
        }
    }
}
