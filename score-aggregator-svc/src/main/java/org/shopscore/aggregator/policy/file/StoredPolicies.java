package org.shopscore.aggregator.policy.file;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shopscore.aggregator.policy.Policy;

/** The policies that past days were scored by. */
@ApplicationScoped
public class StoredPolicies {

    private static final String OF_DAY = """
            select p.reference, p.document from official_day d join policy_document p on p.reference = d.policy
             where d.stat_date = $1
            """;

    private final Map<String, Policy> read = new ConcurrentHashMap<>();

    /** Only for a day that was run. */
    public Uni<Policy> of(SqlClient client, LocalDate statDate) {
        return client.preparedQuery(OF_DAY)
                .execute(Tuple.of(statDate))
                .map(rows -> rows.iterator().next())
                .map(row -> read.computeIfAbsent(
                        row.getString("reference"),
                        reference -> PolicyFile.read(reference, row.getString("document"))));
    }
}
