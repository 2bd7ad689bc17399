package org.shopscore.aggregator.ingest;

import org.shopscore.aggregator.tile.Amounts;

/**
 * What memory holds of one shop.
 *
 * @param tiles of the window's days and of days to come
 * @param sums  of the window's days; never changed
 */
record ShopState(DayTiles tiles, Amounts sums) {

    static final ShopState NONE = new ShopState(DayTiles.NONE, new Amounts());

    static ShopState of(DayTiles tiles, Window window) {
        DayTiles kept = tiles.from(window.from());
        return new ShopState(kept, kept.sumUntil(window.to()));
    }
}
