package org.shopscore.aggregator.tile.shop;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.aggregator.tile.page.LaneTiles;

/** Reads the day tiles of one shop. */
@ApplicationScoped
class Tiles {

    private static final String REGISTERED = "select from shop where shop_id = $1";

    private final Pool pool;
    private final MeasureBook book;

    Tiles(Pool pool, MeasureBook book) {
        this.pool = pool;
        this.book = book;
    }

    /**
     * @param from first day
     * @param to   last day, included
     * @return the days that have an amount, each with its measures by name
     */
    public Uni<SortedMap<LocalDate, Map<String, Long>>> window(String shopId, LocalDate from, LocalDate to) {
        return LaneTiles.ofShop(pool, shopId, from, to)
                .chain(tiles -> ids(tiles.values()).map(ids -> named(tiles, ids)));
    }

    /** Whether anything was ever counted for the shop, or it is registered. */
    public Uni<Boolean> known(String shopId) {
        return pool.preparedQuery(REGISTERED)
                .execute(Tuple.of(shopId))
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom().item(true)
                        : window(shopId, LocalDate.EPOCH, LocalDate.EPOCH.plusYears(1_000))
                                .map(days -> !days.isEmpty()));
    }

    private Uni<MeasureIds> ids(Collection<Amounts> tiles) {
        MeasureIds known = book.ids();
        return tiles.stream().allMatch(known::knowsAll) ? Uni.createFrom().item(known) : book.read();
    }

    private static SortedMap<LocalDate, Map<String, Long>> named(SortedMap<LocalDate, Amounts> tiles, MeasureIds ids) {
        var days = new TreeMap<LocalDate, Map<String, Long>>();
        tiles.forEach((day, tile) -> {
            if (tile.size() > 0) {
                days.put(day, ids.named(tile));
            }
        });
        return days;
    }
}
