package org.shopscore.aggregator.ingest;

import java.util.Map;
import java.util.Set;

/**
 * Tiles read for one poll. They are trusted because the commit that follows is fenced: had another owner written since, it
 * would fail.
 *
 * @param shops    each shop asked for, with its tiles of the window
 * @param oldTiles each old day asked for that has a tile
 */
record Loaded(Map<String, ShopState> shops, Map<ShopDay, byte[]> oldTiles) {

    static final Loaded NOTHING = new Loaded(Map.of(), Map.of());

    /** What memory does not hold yet. */
    record Wanted(Set<String> shops, Set<ShopDay> oldDays) {

        boolean isEmpty() {
            return shops.isEmpty() && oldDays.isEmpty();
        }

        void add(LaneState lane, Arrival.Fact fact) {
            String shop = fact.event().shopId();
            if (lane.shop(shop).isEmpty()) {
                shops.add(shop);
            }
            for (var change : fact.event().changes()) {
                var day = new ShopDay(shop, Days.of(change.anchoredAt()));
                if (!lane.window().keeps(day.day()) && !lane.oldTiles().containsKey(day)) {
                    oldDays.add(day);
                }
            }
        }
    }
}
