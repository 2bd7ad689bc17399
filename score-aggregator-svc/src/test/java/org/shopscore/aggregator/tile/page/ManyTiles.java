package org.shopscore.aggregator.tile.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.metric.Lane;

/** Pages of as many shops as a benchmark wants, each shop with a tile on each day. */
public final class ManyTiles {

    /** What a shop has on a day, changed at will. */
    @FunctionalInterface
    public interface Filler {
        void fill(int shop, LocalDate day, Amounts tile);
    }

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PAGES_AT_ONCE = 2_000;
    private static final String STORE = """
            insert into day_page (lane, page, day, tiles)
            select * from unnest($1::smallint[], $2::smallint[], $3::date[], $4::bytea[])
            """;

    private final Pool pool;
    private final List<Short> lanes = new ArrayList<>();
    private final List<Short> pages = new ArrayList<>();
    private final List<LocalDate> days = new ArrayList<>();
    private final List<Buffer> tiles = new ArrayList<>();

    public ManyTiles(Pool pool) {
        this.pool = pool;
    }

    public static String shopId(int shop) {
        return "many-%07d".formatted(shop);
    }

    /** @param to last day, included */
    public void store(int shops, LocalDate from, LocalDate to, Filler filler) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        IntStream.range(0, shops)
                .forEach(shop -> groups.computeIfAbsent(
                                Lane.of(shopId(shop)) * Page.COUNT + Page.of(shopId(shop)), _ -> new ArrayList<>())
                        .add(shop));
        groups.forEach((group, members) -> from.datesUntil(to.plusDays(1)).forEach(day -> {
            var entries = new TileEntries();
            for (int shop : members) {
                var tile = new Amounts();
                filler.fill(shop, day, tile);
                entries.add(shopId(shop), Math.toIntExact(day.toEpochDay()), tile);
            }
            lanes.add((short) (group / Page.COUNT));
            pages.add((short) (group % Page.COUNT));
            days.add(day);
            tiles.add(Buffer.buffer(entries.bytes()));
            if (tiles.size() == PAGES_AT_ONCE) {
                flush();
            }
        }));
        flush();
    }

    private void flush() {
        pool.preparedQuery(STORE)
                .execute(Tuple.of(
                        lanes.toArray(Short[]::new),
                        pages.toArray(Short[]::new),
                        days.toArray(LocalDate[]::new),
                        tiles.toArray(Buffer[]::new)))
                .await()
                .atMost(PATIENCE);
        lanes.clear();
        pages.clear();
        days.clear();
        tiles.clear();
    }
}
