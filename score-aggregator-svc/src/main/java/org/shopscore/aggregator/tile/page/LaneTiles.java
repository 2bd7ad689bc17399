package org.shopscore.aggregator.tile.page;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.Counting;
import org.shopscore.metric.Lane;

/**
 * Reads tiles, folded or not: each answer is of one instant. A tile that came to nothing is not in it, or empty.
 */
public final class LaneTiles {

    private static final String OF_LANE = """
            select tiles from day_page where lane = $1 and day between $2 and $3
            union all
            select tiles from tile_delta where lane = $1
            """;

    /** Page groups that are read at once: of a million shops some megabytes. */
    private static final int GROUPS = 32;

    private static final String GROUPS_OF_LANE =
            "select tiles from day_page where lane = $1 and page >= $2 and page < $3 and day between $4 and $5";
    private static final String ADDED = "select tiles from tile_delta where lane = $1";

    // Only what can hold the shop is sent; that it does is seen when it is read.
    private static final String OF_SHOP = """
            select tiles from day_page
             where lane = $1 and page = $2 and day between $3 and $4 and position($5::bytea in tiles) > 0
            union all
            select tiles from tile_delta where lane = $1 and position($5::bytea in tiles) > 0
            """;

    /** Of a shop on days: the amounts by day. */
    public static Uni<SortedMap<LocalDate, Amounts>> ofShop(
            SqlClient client, String shopId, LocalDate from, LocalDate to) {
        var values = Tuple.of(
                (short) Lane.of(shopId),
                (short) Page.of(shopId),
                from,
                to,
                Buffer.buffer(TileEntries.beginning(shopId)));
        return client.preparedQuery(OF_SHOP).execute(values).map(rows -> {
            var days = new TreeMap<LocalDate, Amounts>();
            forEach(rows, from, to, (shop, day, tile) -> {
                if (shop.equals(shopId)) {
                    tile.addTo(days.computeIfAbsent(LocalDate.ofEpochDay(day), _ -> new Amounts()));
                }
            });
            return days;
        });
    }

    /** What is counted of each shop of the lane, added up. */
    public static Uni<List<LaneSums.Shop>> sums(SqlClient client, int lane, Counting counting) {
        return rows(client, lane, counting.first(), counting.last()).map(rows -> {
            var sums = new LaneSums(counting);
            add(sums, rows);
            return sums.all();
        });
    }

    /**
     * The same in a transaction that keeps others from adding to the lane, a few pages at a time: nobody folds it meanwhile, so that it
     * is of one instant too.
     */
    public static Uni<List<LaneSums.Shop>> sumsHeld(SqlConnection connection, int lane, Counting counting) {
        var sums = new LaneSums(counting);
        return Folding.hold(connection, lane)
                .chain(() -> Multi.createFrom()
                        .iterable(
                                IntStream.range(0, Page.COUNT / GROUPS).boxed().toList())
                        .onItem()
                        .transformToUniAndConcatenate(group -> connection
                                .preparedQuery(GROUPS_OF_LANE)
                                .execute(Tuple.of(
                                        (short) lane,
                                        (short) (group * GROUPS),
                                        (short) ((group + 1) * GROUPS),
                                        counting.first(),
                                        counting.last()))
                                .emitOn(Infrastructure.getDefaultExecutor())
                                .invoke(rows -> add(sums, rows)))
                        .onItem()
                        .ignoreAsUni())
                .chain(() -> connection.preparedQuery(ADDED).execute(Tuple.of((short) lane)))
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(rows -> {
                    add(sums, rows);
                    return sums.all();
                });
    }

    private static void add(LaneSums sums, RowSet<Row> rows) {
        rows.forEach(row -> sums.add(row.getBuffer(0).getBytes()));
    }

    /** The tiles of the lane on the days, by day and shop. */
    public static Uni<SortedMap<LocalDate, SortedMap<String, Amounts>>> byDay(
            SqlClient client, int lane, LocalDate from, LocalDate to) {
        return rows(client, lane, from, to).map(rows -> {
            var days = new TreeMap<LocalDate, SortedMap<String, Amounts>>();
            forEach(
                    rows,
                    from,
                    to,
                    (shop, day, tile) ->
                            tile.addTo(days.computeIfAbsent(LocalDate.ofEpochDay(day), _ -> new TreeMap<>())
                                    .computeIfAbsent(shop, _ -> new Amounts())));
            return days;
        });
    }

    private static Uni<RowSet<Row>> rows(SqlClient client, int lane, LocalDate from, LocalDate to) {
        return client.preparedQuery(OF_LANE)
                .execute(Tuple.of((short) lane, from, to))
                .emitOn(Infrastructure.getDefaultExecutor());
    }

    private static void forEach(RowSet<Row> rows, LocalDate from, LocalDate to, TileEntries.Each each) {
        for (Row row : rows) {
            TileEntries.read(row.getBuffer(0).getBytes(), (shop, day, tile) -> {
                if (from.toEpochDay() <= day && day <= to.toEpochDay()) {
                    each.take(shop, day, tile);
                }
            });
        }
    }

    private LaneTiles() {}
}
