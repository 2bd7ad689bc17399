package org.shopscore.aggregator.tile.page;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.TileBytes;

/** Adds what polls brought to the pages it belongs on. Pure. */
final class Fold {

    private final Map<Page, Map<String, Amounts>> pages = new HashMap<>();

    void addDelta(byte[] entries) {
        add(entries);
    }

    Collection<Page> pages() {
        return pages.keySet();
    }

    /** A page as it is stored before: of one that something is added to. */
    void addStored(byte[] entries) {
        add(entries);
    }

    private void add(byte[] entries) {
        TileEntries.read(
                entries,
                (shopId, day, tile) -> TileBytes.addTo(
                        pages.computeIfAbsent(new Page(day, Page.of(shopId)), _ -> new HashMap<>())
                                .computeIfAbsent(shopId, _ -> new Amounts()),
                        tile));
    }

    /** The whole page after it, in the order of the shops; without the tiles that came to nothing. */
    byte[] stored(Page page) {
        var tiles = pages.get(page);
        var shops = tiles.keySet().toArray(String[]::new);
        Arrays.sort(shops);
        var entries = new TileEntries();
        for (String shopId : shops) {
            Amounts tile = tiles.get(shopId);
            if (tile.size() > 0) {
                entries.add(shopId, page.day(), tile);
            }
        }
        return entries.bytes();
    }
}
