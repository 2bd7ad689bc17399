package org.shopscore.aggregator.ingest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what memory does not hold yet, in one statement for all partitions of a poll. */
final class IngestReads {

    private static final String TILES = """
            select t.shop_id, t.day, t.measures
              from unnest($1::text[]) as s(shop_id) join day_tile t on t.shop_id = s.shop_id
             where t.day >= $2
            union all
            select t.shop_id, t.day, t.measures
              from unnest($3::text[], $4::date[]) as o(shop_id, day)
              join day_tile t on t.shop_id = o.shop_id and t.day = o.day
            """;

    // Of a partition: the shops whose sums change when the window moves.
    private static final String MOVED = """
            select distinct shop_id from day_tile
             where lane = $1 and (day between $2 and $3 or day between $4 and $5)
            """;

    private final Pool pool;

    IngestReads(Pool pool) {
        this.pool = pool;
    }

    Uni<Loaded> load(Loaded.Wanted wanted, Window window) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Loaded.NOTHING);
        }
        var values = Tuple.of(
                wanted.shops().toArray(String[]::new),
                window.firstDay(),
                wanted.oldDays().stream().map(ShopDay::shopId).toArray(String[]::new),
                wanted.oldDays().stream()
                        .map(day -> LocalDate.ofEpochDay(day.day()))
                        .toArray(LocalDate[]::new));
        return pool.preparedQuery(TILES).execute(values).map(rows -> loaded(rows, wanted, window));
    }

    private static Loaded loaded(RowSet<Row> rows, Loaded.Wanted wanted, Window window) {
        var tiles = new HashMap<String, DayTiles>();
        var oldTiles = new HashMap<ShopDay, byte[]>();
        wanted.shops().forEach(shop -> tiles.put(shop, DayTiles.NONE));
        for (Row row : rows) {
            var key = new ShopDay(
                    row.getString("shop_id"),
                    Math.toIntExact(row.getLocalDate("day").toEpochDay()));
            byte[] tile = row.getBuffer("measures").getBytes();
            if (window.keeps(key.day())) {
                tiles.computeIfPresent(key.shopId(), (_, days) -> days.with(key.day(), tile));
            } else {
                oldTiles.put(key, tile);
            }
        }
        Map<String, ShopState> shops = new HashMap<>();
        tiles.forEach((shop, days) -> shops.put(shop, ShopState.of(days, window)));
        return new Loaded(shops, oldTiles);
    }

    /** Shops of the partition with a tile on a day that leaves or enters the window between the two. */
    Uni<List<String>> moved(int partition, Window before, Window after) {
        var values = Tuple.of(
                (short) partition,
                before.firstDay(),
                after.firstDay().minusDays(1),
                before.today().plusDays(1),
                after.today());
        return pool.preparedQuery(MOVED).execute(values).map(rows -> {
            var shops = new java.util.ArrayList<String>();
            rows.forEach(row -> shops.add(row.getString(0)));
            return shops;
        });
    }
}
