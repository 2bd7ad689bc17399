package org.shopscore.aggregator.ingest.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.ingest.scan.EventDays;
import org.shopscore.aggregator.tile.TileBytes;
import org.shopscore.aggregator.tile.page.TileEntries;

/** The shops of one lane as a batch will leave them; those of the memory are not touched. Pure. */
final class ShopDrafts {

    private final LaneState lane;
    private final Map<String, ShopDraft> drafts = new LinkedHashMap<>();

    ShopDrafts(LaneState lane) {
        this.lane = lane;
    }

    /** Whether the sums of the shop stay within their bounds. */
    boolean fit(String shopId, EventDays days) {
        return of(shopId).fits(days);
    }

    /** Whoever gets something is to be announced. */
    void add(String shopId, EventDays days) {
        days.forEach((day, more) -> {
            var shop = of(shopId);
            shop.add(day, more);
            shop.touch();
        });
    }

    /** The shop is to be announced. */
    void touch(String shopId) {
        of(shopId).touch();
    }

    private ShopDraft of(String shopId) {
        return drafts.computeIfAbsent(shopId, _ -> new ShopDraft(lane.shops().sums(shopId), lane.counting()));
    }

    /** What the batch adds to the tiles, as {@link TileEntries}. */
    byte[] added() {
        var entries = new TileEntries();
        drafts.forEach((shop, draft) -> draft.added().forEach((day, amounts) -> {
            if (amounts.size() > 0) {
                entries.add(shop, day, amounts);
            }
        }));
        return entries.bytes();
    }

    /**
     * Makes it the memory of the lane.
     *
     * @return how many tiles something was added to
     */
    int merge() {
        int tiles = 0;
        for (var entry : drafts.entrySet()) {
            String shop = entry.getKey();
            ShopDraft draft = entry.getValue();
            if (!draft.added().isEmpty()) {
                tiles += draft.added().size();
                lane.shops().put(shop, TileBytes.pack(draft.sums()));
            }
            if (draft.touched()) {
                lane.unannounced().add(shop);
            }
        }
        return tiles;
    }
}
