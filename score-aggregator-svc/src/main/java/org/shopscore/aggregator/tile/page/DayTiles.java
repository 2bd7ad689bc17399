package org.shopscore.aggregator.tile.page;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shopscore.aggregator.tile.Amounts;

/** Reads the tiles of a lane on some days, folded or not, as of one instant. */
public final class DayTiles {

    /**
     * What a shop has on a day, or a part of it: of one shop and day there may be several.
     *
     * @param day of the epoch
     */
    public record Tile(String shop, int day, Amounts amounts) {}

    private static final String OF_DAYS = """
            select tiles from day_page where lane = $1 and day = any($2)
            union all
            select tiles from tile_delta where lane = $1
            """;

    public static Uni<List<Tile>> of(SqlClient client, int lane, Set<LocalDate> days) {
        return client.preparedQuery(OF_DAYS)
                .execute(Tuple.of((short) lane, days.toArray(LocalDate[]::new)))
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(rows -> {
                    var tiles = new ArrayList<Tile>();
                    rows.forEach(row -> TileEntries.read(row.getBuffer(0).getBytes(), (shop, day, tile) -> {
                        if (days.contains(LocalDate.ofEpochDay(day))) {
                            var amounts = new Amounts();
                            tile.addTo(amounts);
                            tiles.add(new Tile(shop, day, amounts));
                        }
                    }));
                    return tiles;
                });
    }

    private DayTiles() {}
}
