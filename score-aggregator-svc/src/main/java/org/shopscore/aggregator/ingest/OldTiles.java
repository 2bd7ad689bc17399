package org.shopscore.aggregator.ingest;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tiles of days before the window that events still come for; the ones used last are kept. */
final class OldTiles extends LinkedHashMap<ShopDay, byte[]> {

    private static final long serialVersionUID = 1;
    private static final int MOST = 4_096;

    OldTiles() {
        super(64, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<ShopDay, byte[]> eldest) {
        return size() > MOST;
    }
}
