package org.shopscore.aggregator.ingest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.function.Function;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.aggregator.tile.page.LaneTiles;

/** What the database holds of a lane, as of one instant. */
@ApplicationScoped
class LaneSnapshots {

    private static final String ISOLATION = "set transaction isolation level repeatable read read only";
    private static final String POSITIONS =
            "select incarnation, last from sequence_position where partition = $1 and source = $2";
    private static final String HOLES = """
            select incarnation, from_number, to_number, reason from sequence_hole
             where partition = $1 and source = $2 and closed_at is null order by incarnation, from_number
            """;
    private static final String OPEN_HOLES =
            "select * from sequence_hole where closed_at is null order by opened_at, partition, from_number limit 1000";

    private final Pool pool;
    private final MeasureBook book;
    private final Clock clock;

    LaneSnapshots(Pool pool, MeasureBook book, Clock clock) {
        this.pool = pool;
        this.book = book;
        this.clock = clock;
    }

    /** Positions, holes and tiles of one source in one lane. */
    Uni<JsonObject> of(int lane, String source) {
        var key = Tuple.of((short) lane, source);
        return pool.withTransaction(connection -> connection
                .query(ISOLATION)
                .execute()
                .chain(() -> rows(connection, POSITIONS, key, LaneSnapshots::position))
                .chain(positions -> rows(connection, HOLES, key, LaneSnapshots::hole)
                        .chain(holes -> book.read(connection)
                                .chain(ids -> tiles(connection, lane, source, ids))
                                .map(tiles -> new JsonObject()
                                        .put("positions", positions)
                                        .put("holes", holes)
                                        .put("tiles", tiles)))));
    }

    /** The oldest 1,000 holes of all lanes. */
    Uni<JsonArray> openHoles() {
        Instant now = clock.instant();
        return pool.query(OPEN_HOLES).execute().map(rows -> array(rows, row -> openHole(row, now)));
    }

    private static Uni<JsonArray> tiles(SqlConnection connection, int lane, String source, MeasureIds ids) {
        return LaneTiles.byDay(connection, lane, LocalDate.EPOCH, LocalDate.EPOCH.plusYears(1_000))
                .map(days -> {
                    var tiles = new JsonArray();
                    days.forEach((day, shops) -> shops.forEach((shop, tile) -> {
                        var measures = ids.named(tile, source);
                        if (!measures.isEmpty()) {
                            tiles.add(new JsonObject()
                                    .put("shop", shop)
                                    .put("day", day.toString())
                                    .put("measures", new JsonObject(new HashMap<>(measures))));
                        }
                    }));
                    return tiles;
                });
    }

    private static JsonObject position(Row row) {
        return new JsonObject().put("incarnation", row.getString("incarnation")).put("last", row.getLong("last"));
    }

    private static JsonObject hole(Row row) {
        return new JsonObject()
                .put("incarnation", row.getString("incarnation"))
                .put("from", row.getLong("from_number"))
                .put("to", row.getLong("to_number"))
                .put("reason", row.getString("reason"));
    }

    private static JsonObject openHole(Row row, Instant now) {
        Instant openedAt = row.getOffsetDateTime("opened_at").toInstant();
        return hole(row)
                .put("lane", row.getShort("partition"))
                .put("source", row.getString("source"))
                .put("openedAt", openedAt.toString())
                .put("ageSeconds", Duration.between(openedAt, now).toSeconds());
    }

    private static Uni<JsonArray> rows(
            SqlConnection connection, String query, Tuple values, Function<Row, JsonObject> of) {
        return connection.preparedQuery(query).execute(values).map(rows -> array(rows, of));
    }

    private static JsonArray array(RowSet<Row> rows, Function<Row, JsonObject> of) {
        var array = new JsonArray();
        rows.forEach(row -> array.add(of.apply(row)));
        return array;
    }
}
