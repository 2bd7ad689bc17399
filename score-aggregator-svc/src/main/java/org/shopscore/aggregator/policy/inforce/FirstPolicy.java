package org.shopscore.aggregator.policy.inforce;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.shopscore.aggregator.policy.file.PolicyDocument;

/** The policy that the product brings: it holds as long as no operator has scheduled another one. */
@ApplicationScoped
class FirstPolicy {

    private static final String SHIPPED = "policy/exp-score-5.json";

    private static final String IS_PLANNED = "select exists (select from policy_switch)";
    private static final String DOCUMENT = """
            insert into policy_document (reference, document, policy_id, version) values ($1, $2, $3, $4) on conflict do nothing
            """;
    private static final String PLAN = """
            insert into policy_switch (switch_id, policy, effective_from, visible_from, actor, reason)
            values ('first', $1, $2, to_timestamp(0), 'score-aggregator-svc', 'the policy of the product')
            """;

    private final Pool pool;

    FirstPolicy(Pool pool) {
        this.pool = pool;
    }

    /** Unless there is a plan already. */
    Uni<Void> store() {
        return pool.withTransaction(connection -> connection
                .query(PlanRows.LOCK)
                .execute()
                .chain(() -> connection.query(IS_PLANNED).execute())
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? Uni.createFrom().voidItem()
                        : store(connection, PolicyDocument.read(SHIPPED, shipped()))));
    }

    private static Uni<Void> store(SqlConnection connection, PolicyDocument document) {
        var policy = document.policy();
        return connection
                .preparedQuery(DOCUMENT)
                .execute(Tuple.of(policy.reference(), document.text(), policy.id(), policy.version()))
                .chain(() ->
                        connection.preparedQuery(PLAN).execute(Tuple.of(policy.reference(), document.effectiveFrom())))
                .replaceWithVoid();
    }

    private static String shipped() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(SHIPPED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
