package org.shopscore.aggregator.ingest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.page.LaneTiles;

/**
 * The tiles of a lane on the days by which two windows differ.
 *
 * @param tiles by day and shop
 */
record MovedDays(SortedMap<LocalDate, SortedMap<String, Amounts>> tiles) {

    /** @param after not before the other window */
    static Uni<MovedDays> read(Pool pool, int lane, Window before, Window after) {
        return LaneTiles.byDay(pool, lane, before.firstDay(), after.firstDay().minusDays(1))
                .chain(leaving -> LaneTiles.byDay(pool, lane, before.today().plusDays(1), after.today())
                        .map(entering -> {
                            var tiles = new TreeMap<>(leaving);
                            tiles.putAll(entering);
                            return new MovedDays(tiles);
                        }));
    }

    Collection<SortedMap<String, Amounts>> leaving(Window before, Window after) {
        return tiles.subMap(before.firstDay(), after.firstDay()).values();
    }

    Collection<SortedMap<String, Amounts>> entering(Window before, Window after) {
        return tiles.subMap(before.today().plusDays(1), after.today().plusDays(1))
                .values();
    }

    /** Those whose sums change between the two. */
    Set<String> shops(Window before, Window after) {
        var shops = new TreeSet<String>();
        leaving(before, after).forEach(day -> shops.addAll(day.keySet()));
        entering(before, after).forEach(day -> shops.addAll(day.keySet()));
        return shops;
    }
}
