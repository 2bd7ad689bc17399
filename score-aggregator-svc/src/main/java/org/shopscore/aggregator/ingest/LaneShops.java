package org.shopscore.aggregator.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.TileBytes;

/** What the shops of a lane have in the window, packed as a tile is; a shop without anything is not held. */
final class LaneShops {

    private static final byte[] NOTHING = {};

    private final Map<String, byte[]> sums = new HashMap<>();

    /** @param read changed and kept by nobody else */
    static LaneShops of(Map<String, Amounts> read) {
        var shops = new LaneShops();
        read.forEach((shop, amounts) -> shops.put(shop, TileBytes.pack(amounts)));
        return shops;
    }

    /** A copy, free to be changed. */
    Amounts sums(String shopId) {
        return TileBytes.unpack(packed(shopId));
    }

    byte[] packed(String shopId) {
        return sums.getOrDefault(shopId, NOTHING);
    }

    void put(String shopId, byte[] packed) {
        if (packed.length == 0) {
            sums.remove(shopId);
        } else {
            sums.put(shopId, packed);
        }
    }

    int size() {
        return sums.size();
    }

    Collection<String> ids() {
        return sums.keySet();
    }

    /** Days leave the window, and others enter it. */
    void move(Collection<SortedMap<String, Amounts>> leaving, Collection<SortedMap<String, Amounts>> entering) {
        leaving.forEach(day -> day.forEach((shop, tile) -> change(shop, tile, -1)));
        entering.forEach(day -> day.forEach((shop, tile) -> change(shop, tile, 1)));
    }

    private void change(String shopId, Amounts tile, int sign) {
        Amounts changed = sums(shopId);
        for (int at = 0; at < tile.size(); at++) {
            changed.add(tile.id(at), sign * tile.amount(at));
        }
        put(shopId, TileBytes.pack(changed));
    }
}
