package org.shopscore.aggregator.ingest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** The shops of one lane as a batch will leave them; those of the memory are not touched. Pure. */
final class ShopDrafts {

    private static final byte[] NO_TILE = {};

    private final LaneState lane;
    private final Loaded loaded;
    private final Map<String, ShopDraft> drafts = new LinkedHashMap<>();
    private final Map<String, SortedMap<Integer, byte[]>> packed = new HashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();

    ShopDrafts(LaneState lane, Loaded loaded) {
        this.lane = lane;
        this.loaded = loaded;
    }

    ShopDraft of(String shopId) {
        return drafts.computeIfAbsent(
                shopId, _ -> new ShopDraft(before(shopId), lane.window(), day -> oldTile(shopId, day)));
    }

    private ShopState before(String shopId) {
        return lane.shop(shopId).orElseGet(() -> loaded.shops().getOrDefault(shopId, ShopState.NONE));
    }

    private byte[] oldTile(String shopId, int day) {
        var key = new ShopDay(shopId, day);
        byte[] read = loaded.oldTiles().get(key);
        return read == null ? lane.oldTiles().getOrDefault(key, NO_TILE) : read;
    }

    /** The shop is to be announced. */
    void touch(String shopId) {
        of(shopId);
        touched.add(shopId);
    }

    /** By shop, the whole tile of each day that changed. */
    Map<String, SortedMap<Integer, byte[]>> pack() {
        drafts.forEach((shop, draft) -> packed.put(shop, draft.packed()));
        return packed;
    }

    /** Makes what was packed the memory of the lane. */
    void merge() {
        packed.forEach((shop, tiles) -> {
            lane.shops().put(shop, drafts.get(shop).after(tiles));
            tiles.headMap(lane.window().from())
                    .forEach((day, tile) -> lane.oldTiles().put(new ShopDay(shop, day), tile));
        });
        touched.forEach(
                shop -> lane.unannounced().add(shop, lane.shops().get(shop).sums()));
    }
}
