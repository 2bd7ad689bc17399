package org.shopscore.aggregator.policy.version;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.policy.file.PolicyDocument;
import org.shopscore.aggregator.policy.inforce.PlanRows;
import org.shopscore.aggregator.policy.plan.Life;
import org.shopscore.problem.Refused;

/** The versions of policies. A document that is stored is never changed. */
@ApplicationScoped
public class Versions {

    private static final String STORE = """
            insert into policy_document (reference, document, policy_id, version) values ($1, $2, $3, $4) on conflict do nothing
            """;
    private static final String ONE = PolicyVersion.SELECT + " where d.reference = $1";
    private static final String PAGE = PolicyVersion.SELECT + """
             where (d.policy_id, d.version) > ($1, $2) and ($3::text is null or d.policy_id = $3)
             order by d.policy_id, d.version limit $4
            """;
    private static final String DOCUMENT = "select document from policy_document where reference = $1";
    private static final String WITHDRAW = """
            update policy_document set withdrawn_at = clock_timestamp(), withdrawn_by = $2, withdrawn_reason = $3 where reference = $1
            """;

    /** A version after it was put. */
    record Stored(PolicyVersion version, boolean isNew) {}

    private final Pool pool;
    private final PlanRows plan;

    Versions(Pool pool, PlanRows plan) {
        this.pool = pool;
        this.plan = plan;
    }

    /**
     * Stores a document; the same again changes nothing.
     *
     * @return fails with {@link Refused} 409 {@code version-exists} when another document has the name
     */
    Uni<Stored> put(PolicyDocument document) {
        var policy = document.policy();
        String reference = policy.reference();
        return pool.preparedQuery(STORE)
                .execute(Tuple.of(reference, document.text(), policy.id(), policy.version()))
                .chain(rows -> document(reference)
                        .invoke(stored -> {
                            if (!stored.saysWhat(document)) {
                                throw new Refused(
                                        409,
                                        "version-exists",
                                        reference + " is stored with another document, and is never changed");
                            }
                        })
                        .chain(() -> find(reference))
                        .map(version -> new Stored(version, rows.rowCount() == 1)));
    }

    /** By name. */
    Uni<List<PolicyVersion>> page(String afterId, String afterVersion, String policyId, int size) {
        return plan.read(pool)
                .chain(read -> pool.preparedQuery(PAGE)
                        .execute(Tuple.of(afterId, afterVersion, policyId, size))
                        .map(rows -> rows.stream()
                                .map(row -> PolicyVersion.of(row, read))
                                .toList()));
    }

    /** @return fails with {@link Refused} 404 {@code unknown-policy} */
    public Uni<PolicyVersion> find(String reference) {
        return plan.read(pool)
                .chain(read -> find(pool, reference, read))
                .map(found -> found.orElseThrow(() -> unknown(reference)));
    }

    /** Empty for one that is not stored. */
    public Uni<Optional<PolicyVersion>> find(SqlClient client, String reference, PlanRows.Read read) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(reference))
                .map(rows ->
                        rows.stream().map(row -> PolicyVersion.of(row, read)).findFirst());
    }

    /** @return fails with {@link Refused} 404 {@code unknown-policy} */
    Uni<PolicyDocument> document(String reference) {
        return pool.preparedQuery(DOCUMENT)
                .execute(Tuple.of(reference))
                .map(rows -> rows.stream().findFirst().orElseThrow(() -> unknown(reference)))
                .map(row -> PolicyDocument.read(reference, row.getString("document")));
    }

    /**
     * Takes a version out of use for ever; the same again changes nothing.
     *
     * @return fails with {@link Refused} 404; 409 {@code state-forbids} for one that is scheduled or in force
     */
    Uni<PolicyVersion> withdraw(String reference, Said said) {
        return pool.withTransaction(connection -> connection
                        .query(PlanRows.LOCK)
                        .execute()
                        .chain(() -> plan.read(connection))
                        .chain(read -> find(connection, reference, read)
                                .map(found -> found.orElseThrow(() -> unknown(reference)))
                                .chain(found -> found.withdrawal()
                                                .filter(act -> act.isSaid(said))
                                                .isPresent()
                                        ? Uni.createFrom().voidItem()
                                        : withdraw(connection, found, read, said))))
                .chain(() -> find(reference));
    }

    private static Uni<Void> withdraw(SqlClient client, PolicyVersion version, PlanRows.Read read, Said said) {
        return switch (version.life(read)) {
            case Life.Idle _ ->
                client.preparedQuery(WITHDRAW)
                        .execute(Tuple.of(version.policy(), said.actor(), said.reason()))
                        .replaceWithVoid();
            case Life other -> throw forbids(version.policy(), other);
        };
    }

    /** The refusal of a move that the state does not have. */
    public static Refused forbids(String policy, Life life) {
        return new Refused(
                        409,
                        "state-forbids",
                        policy + " is " + life.name() + ", which allows: " + String.join(", ", life.allows()))
                .with("state", life.name())
                .with("allows", life.allows());
    }

    static Refused unknown(String reference) {
        return new Refused(404, "unknown-policy", "there is no policy " + reference);
    }
}
