package org.shopscore.aggregator.policy.schedule;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.shopscore.aggregator.policy.plan.Switch;
import org.shopscore.aggregator.policy.version.Said;

/** The plan as it is stored. A switch is never changed, only cancelled. */
final class SwitchRows {

    private static final String ONE = "select * from policy_switch where switch_id = $1";
    private static final String PAGE = "select * from policy_switch where id > $1 order by id limit $2";
    private static final String REVISION = "select count(*) + count(cancelled_at) from policy_switch";
    private static final String BEGUN = "select max(stat_date) from official_day where stat_date >= $1";
    private static final String ADD = """
            insert into policy_switch (switch_id, policy, effective_from, visible_from, asked_from, actor, reason)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;
    private static final String CANCEL = """
            update policy_switch set cancelled_at = clock_timestamp(), cancelled_by = $2, cancelled_reason = $3 where switch_id = $1
            """;

    static Uni<Optional<Row>> find(SqlClient client, String switchId) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(switchId))
                .map(rows -> rows.stream().findFirst());
    }

    static Uni<RowSet<Row>> page(SqlClient client, long after, int size) {
        return client.preparedQuery(PAGE).execute(Tuple.of(after, size));
    }

    /** It grows with each edit. */
    static Uni<Long> revision(SqlClient client) {
        return client.query(REVISION)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** The newest day from that one on whose official scores have begun to be made. */
    static Uni<Optional<LocalDate>> begun(SqlClient client, LocalDate from) {
        return client.preparedQuery(BEGUN)
                .execute(Tuple.of(from))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getLocalDate(0)));
    }

    static boolean isOf(Row known, SwitchBody body) {
        Optional<Instant> asked =
                Optional.ofNullable(known.getOffsetDateTime("asked_from")).map(OffsetDateTime::toInstant);
        return known.getString("policy").equals(body.policy())
                && known.getLocalDate("effective_from").equals(body.effectiveFrom())
                && asked.equals(body.visibleFrom())
                && known.getString("actor").equals(body.why().actor())
                && known.getString("reason").equals(body.why().reason());
    }

    static Uni<Void> add(SqlClient client, String switchId, Switch next, SwitchBody body) {
        return client.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addValue(switchId)
                        .addValue(next.policy())
                        .addValue(next.effectiveFrom())
                        .addValue(next.visibleFrom().atOffset(ZoneOffset.UTC))
                        .addValue(body.visibleFrom()
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                        .addValue(body.why().actor())
                        .addValue(body.why().reason()))
                .replaceWithVoid();
    }

    static Uni<Void> cancel(SqlClient client, String switchId, Said said) {
        return client.preparedQuery(CANCEL)
                .execute(Tuple.of(switchId, said.actor(), said.reason()))
                .replaceWithVoid();
    }

    private SwitchRows() {}
}
