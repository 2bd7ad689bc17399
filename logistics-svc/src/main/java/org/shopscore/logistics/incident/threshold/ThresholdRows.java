package org.shopscore.logistics.incident.threshold;

import static org.shopscore.logistics.sql.Fields.maybeText;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.region.Region;

/** Reads and writes thresholds. */
final class ThresholdRows {

    private static final String COLUMNS =
            "id, from_region, to_region, carrier, no_scan_hours, in_transit_hours, version";

    private static final String INSERT = """
            insert into exception_threshold (id, from_region, to_region, carrier, no_scan_hours, in_transit_hours)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";

    private static final String UPDATE = """
            update exception_threshold set no_scan_hours = $2, in_transit_hours = $3, version = $4, changed_at = now()
            where id = $1""";

    private static final String OF_LANE = "select " + COLUMNS + " from exception_threshold"
            + " where from_region is not distinct from $1 and to_region is not distinct from $2"
            + " and carrier is not distinct from $3";

    static Uni<Optional<StoredThreshold>> find(SqlClient client, String id, boolean lock) {
        return client.preparedQuery(
                        "select " + COLUMNS + " from exception_threshold where id = $1" + (lock ? " for update" : ""))
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().map(ThresholdRows::stored).findFirst());
    }

    static Uni<Optional<StoredThreshold>> find(SqlClient client, Threshold.Lane lane) {
        return client.preparedQuery(OF_LANE)
                .execute(lane(Tuple.tuple(), lane))
                .map(rows -> rows.stream().map(ThresholdRows::stored).findFirst());
    }

    /** The thresholds after an id, ascending. */
    static Uni<List<StoredThreshold>> page(SqlClient client, String afterId, int limit) {
        return client.preparedQuery(
                        "select " + COLUMNS + " from exception_threshold where id > $1 order by id limit $2")
                .execute(Tuple.of(afterId, limit))
                .map(rows -> rows.stream().map(ThresholdRows::stored).toList());
    }

    /** @return whether neither the id nor the lane had one */
    static Uni<Boolean> insert(SqlConnection connection, StoredThreshold stored) {
        var threshold = stored.threshold();
        var values = lane(Tuple.of(stored.id()), threshold.lane())
                .addValue(threshold.noScanHours())
                .addValue(threshold.inTransitHours());
        return connection.preparedQuery(INSERT).execute(values).map(rows -> rows.rowCount() == 1);
    }

    static Uni<Void> update(SqlConnection connection, StoredThreshold stored) {
        var threshold = stored.threshold();
        return connection
                .preparedQuery(UPDATE)
                .execute(Tuple.of(stored.id(), threshold.noScanHours(), threshold.inTransitHours(), stored.version()))
                .replaceWithVoid();
    }

    private static Tuple lane(Tuple values, Threshold.Lane lane) {
        return values.addValue(lane.from().map(Region::code).orElse(null))
                .addValue(lane.to().map(Region::code).orElse(null))
                .addValue(lane.carrier().orElse(null));
    }

    private static StoredThreshold stored(Row row) {
        var lane = new Threshold.Lane(
                maybeText(row, "from_region").map(Region::new),
                maybeText(row, "to_region").map(Region::new),
                maybeText(row, "carrier"));
        var threshold = new Threshold(lane, row.getInteger("no_scan_hours"), row.getInteger("in_transit_hours"));
        return new StoredThreshold(row.getString("id"), threshold, row.getLong("version"));
    }

    private ThresholdRows() {}
}
