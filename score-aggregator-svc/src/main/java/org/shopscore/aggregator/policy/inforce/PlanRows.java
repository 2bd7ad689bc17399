package org.shopscore.aggregator.policy.inforce;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.policy.plan.Plan;
import org.shopscore.aggregator.policy.plan.Switch;

/** The plan as it is stored. */
@ApplicationScoped
public class PlanRows {

    private static final String PLAN = """
            select switch_id, policy, effective_from, visible_from, clock_timestamp() as now
              from policy_switch where cancelled_at is null order by id
            """;
    private static final String BEGUN = "select policy from official_day where stat_date = $1";

    /** One edit of the plan at a time, to the end of the transaction; also against another process that begins. */
    public static final String LOCK = "select pg_advisory_xact_lock(hashtext('policy-plan'))";

    /** @param now by the database's clock */
    public record Read(Plan plan, Instant now) {}

    private final StoredPolicies policies;

    PlanRows(StoredPolicies policies) {
        this.policies = policies;
    }

    public Uni<Read> read(SqlClient client) {
        return client.query(PLAN).execute().map(rows -> {
            Instant now = rows.iterator().next().getOffsetDateTime("now").toInstant();
            return new Read(plan(rows).orElseThrow(), now);
        });
    }

    /** Empty where none is stored yet. */
    Uni<Optional<Plan>> plan(SqlClient client) {
        return client.query(PLAN).execute().map(PlanRows::plan);
    }

    private static Optional<Plan> plan(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(new Plan(rows.stream().map(PlanRows::planned).toList()));
    }

    /** Of a row of policy_switch. */
    public static Switch planned(Row row) {
        return new Switch(
                row.getString("switch_id"),
                row.getString("policy"),
                row.getLocalDate("effective_from"),
                row.getOffsetDateTime("visible_from").toInstant());
    }

    /** The policy that a day's official scores are made by: its own once it has begun, the planned one before. */
    public Uni<Policy> of(SqlClient client, LocalDate statDate) {
        return client.preparedQuery(BEGUN)
                .execute(Tuple.of(statDate))
                .chain(rows -> rows.size() == 1
                        ? Uni.createFrom().item(rows.iterator().next().getString("policy"))
                        : read(client).map(read -> read.plan().of(statDate).policy()))
                .chain(reference -> policies.named(client, reference));
    }
}
