package org.shopscore.logistics.disruption;

import static org.shopscore.logistics.sql.Fields.instant;
import static org.shopscore.logistics.sql.Fields.maybeInstant;
import static org.shopscore.logistics.sql.Fields.maybeText;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shopscore.logistics.region.Region;

/** Reads and writes disruptions. Each write leaves a step of history, and a task for whoever looks for the orders concerned. */
final class DisruptionRows {

    private static final String COLUMNS =
            "id, region, from_at, to_at, cause, note, withdrawn_at, withdrawal_reason, version";

    private static final String INSERT = "insert into disruption (" + COLUMNS
            + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing";

    private static final String UPDATE = """
            update disruption set region = $2, from_at = $3, to_at = $4, cause = $5, note = $6, withdrawn_at = $7,
              withdrawal_reason = $8, version = $9 where id = $1""";

    private static final String REMEMBER = """
            with change as (insert into disruption_change (disruption_id) values ($1))
            insert into disruption_history (disruption_id, version, at, region, from_at, to_at, cause, note, withdrawal_reason)
            select id, version, $2, region, from_at, to_at, cause, note, withdrawal_reason from disruption where id = $1""";

    private static final String HISTORY = """
            select version, at, region, from_at, to_at, cause, note, withdrawal_reason
            from disruption_history where disruption_id = $1 order by version""";

    private static final String STANDING = "select id, region, from_at, to_at from disruption"
            + " where withdrawn_at is null and to_at > $1 and from_at <= $2";

    static Uni<Optional<StoredDisruption>> find(SqlClient client, String id, boolean lock) {
        return client.preparedQuery(
                        "select " + COLUMNS + " from disruption where id = $1" + (lock ? " for update" : ""))
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().map(DisruptionRows::stored).findFirst());
    }

    static Uni<Map<String, Extent>> standing(SqlConnection connection, Instant begin, Instant end) {
        return connection
                .preparedQuery(STANDING)
                .execute(Tuple.of(begin.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC)))
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(row -> row.getString("id"), DisruptionRows::extent)));
    }

    /** The disruptions after an id, ascending. */
    static Uni<List<StoredDisruption>> page(SqlClient client, String afterId, int limit) {
        return client.preparedQuery("select " + COLUMNS + " from disruption where id > $1 order by id limit $2")
                .execute(Tuple.of(afterId, limit))
                .map(rows -> rows.stream().map(DisruptionRows::stored).toList());
    }

    static Uni<List<DisruptionView.Step>> history(SqlClient client, String id) {
        return client.preparedQuery(HISTORY)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().map(DisruptionRows::step).toList());
    }

    /** @return whether nobody had reported it before */
    static Uni<Boolean> insert(SqlConnection connection, StoredDisruption stored, Instant now) {
        return connection
                .preparedQuery(INSERT)
                .execute(values(stored))
                .map(rows -> rows.rowCount() == 1)
                .call(isNew -> isNew
                        ? remember(connection, stored.id(), now)
                        : Uni.createFrom().voidItem());
    }

    static Uni<Void> update(SqlConnection connection, StoredDisruption stored, Instant now) {
        return connection
                .preparedQuery(UPDATE)
                .execute(values(stored))
                .chain(() -> remember(connection, stored.id(), now));
    }

    private static Uni<Void> remember(SqlConnection connection, String id, Instant now) {
        return connection
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Tuple values(StoredDisruption stored) {
        var report = stored.disruption().report();
        var extent = report.extent();
        var values = Tuple.of(stored.id(), extent.region().code())
                .addValue(extent.from().atOffset(ZoneOffset.UTC))
                .addValue(extent.to().atOffset(ZoneOffset.UTC))
                .addValue(report.cause().name())
                .addValue(report.note());
        return switch (stored.disruption()) {
            case Disruption.Standing _ -> values.addValue(null).addValue(null).addValue(stored.version());
            case Disruption.Withdrawn withdrawn ->
                values.addValue(withdrawn.at().atOffset(ZoneOffset.UTC))
                        .addValue(withdrawn.reason())
                        .addValue(stored.version());
        };
    }

    private static StoredDisruption stored(Row row) {
        var report = new Report(extent(row), Cause.valueOf(row.getString("cause")), row.getString("note"));
        var disruption = maybeInstant(row, "withdrawn_at")
                .<Disruption>map(at -> new Disruption.Withdrawn(report, at, row.getString("withdrawal_reason")))
                .orElseGet(() -> new Disruption.Standing(report));
        return new StoredDisruption(row.getString("id"), disruption, row.getLong("version"));
    }

    private static DisruptionView.Step step(Row row) {
        return new DisruptionView.Step(
                row.getLong("version"),
                instant(row, "at"),
                row.getString("region"),
                instant(row, "from_at"),
                instant(row, "to_at"),
                Cause.valueOf(row.getString("cause")),
                row.getString("note"),
                maybeText(row, "withdrawal_reason"));
    }

    private static Extent extent(Row row) {
        return new Extent(new Region(row.getString("region")), instant(row, "from_at"), instant(row, "to_at"));
    }

    private DisruptionRows() {}
}
