package org.shopscore.aggregator.policy.file;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shopscore.aggregator.policy.Policy;

/** Policies by their documents in the database, which never change. */
@ApplicationScoped
public class StoredPolicies {

    private static final String OF_DAY = "select policy from official_day where stat_date = $1";
    private static final String DOCUMENT = "select document from policy_document where reference = $1";

    private final Map<String, Policy> read = new ConcurrentHashMap<>();

    /** The one that a past day was scored by; only for a day that was run. */
    public Uni<Policy> of(SqlClient client, LocalDate statDate) {
        return client.preparedQuery(OF_DAY)
                .execute(Tuple.of(statDate))
                .map(rows -> rows.iterator().next().getString("policy"))
                .chain(reference -> named(client, reference));
    }

    /** @param reference of a document that is stored */
    public Uni<Policy> named(SqlClient client, String reference) {
        Policy known = read.get(reference);
        return known != null
                ? Uni.createFrom().item(known)
                : client.preparedQuery(DOCUMENT)
                        .execute(Tuple.of(reference))
                        .map(rows -> PolicyFile.read(
                                reference, rows.iterator().next().getString("document")))
                        .invoke(policy -> read.put(reference, policy));
    }
}
