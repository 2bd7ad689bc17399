package org.shopscore.aggregator.ingest.lane;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.TileBytes;
import org.shopscore.aggregator.tile.page.LaneSums;

/**
 * What the shops of a lane have in the window, packed as a tile is; a shop without anything is not held.
 *
 * <p>One array a shop, which is never changed: u8 length of the id, the id, and what it has. Of a million shops most are not in the
 * processor's cache, so that each further step to one would be waited for.
 */
public final class LaneShops {

    private static final int FEWEST = 64;

    /** A table with free places, at most half full: each shop stands at the first one that is free from its hash on. */
    private byte[][] places = new byte[FEWEST][];

    private int taken;
    private int size;

    /** @param read changed and kept by nobody else */
    public static LaneShops of(List<LaneSums.Shop> read) {
        var shops = new LaneShops();
        read.forEach(shop -> shops.put(shop.id(), TileBytes.pack(shop.sums())));
        return shops;
    }

    /** A copy, free to be changed. */
    public Amounts sums(String shopId) {
        var sums = new Amounts();
        byte[] entry = places[place(places, shopId)];
        if (entry != null) {
            int from = behindId(entry);
            TileBytes.addTo(sums, entry, from, entry.length);
        }
        return sums;
    }

    public byte[] packed(String shopId) {
        byte[] entry = places[place(places, shopId)];
        return entry == null ? new byte[0] : Arrays.copyOfRange(entry, behindId(entry), entry.length);
    }

    public void put(String shopId, byte[] packed) {
        int at = place(places, shopId);
        byte[] before = places[at];
        if (before == null && packed.length == 0) {
            return;
        }
        size += (packed.length > 0 ? 1 : 0) - (before != null && holds(before) ? 1 : 0);
        byte[] id = shopId.getBytes(StandardCharsets.ISO_8859_1);
        var entry = new byte[1 + id.length + packed.length];
        entry[0] = (byte) id.length;
        System.arraycopy(id, 0, entry, 1, id.length);
        System.arraycopy(packed, 0, entry, 1 + id.length, packed.length);
        places[at] = entry;
        if (before == null && ++taken * 2 > places.length) {
            grow();
        }
    }

    /** Shops that have come to nothing are left behind. */
    private void grow() {
        var wider = new byte[places.length * 2][];
        taken = 0;
        for (byte[] entry : places) {
            if (entry != null && holds(entry)) {
                wider[place(wider, id(entry))] = entry;
                taken++;
            }
        }
        places = wider;
    }

    /** Where the shop is, or would be. */
    private static int place(byte[][] places, String shopId) {
        int hash = shopId.hashCode();
        int at = (hash ^ (hash >>> 16)) & (places.length - 1);
        while (places[at] != null && !isOf(places[at], shopId)) {
            at = (at + 1) & (places.length - 1);
        }
        return at;
    }

    private static boolean isOf(byte[] entry, String shopId) {
        if (entry[0] != shopId.length()) {
            return false;
        }
        for (int at = 0; at < shopId.length(); at++) {
            if (entry[1 + at] != shopId.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(byte[] entry) {
        return entry.length > behindId(entry);
    }

    private static int behindId(byte[] entry) {
        return 1 + entry[0];
    }

    private static String id(byte[] entry) {
        return new String(entry, 1, entry[0], StandardCharsets.ISO_8859_1);
    }

    public int size() {
        return size;
    }

    /** As they are now. */
    List<String> ids() {
        var ids = new ArrayList<String>(size);
        for (byte[] entry : places) {
            if (entry != null && holds(entry)) {
                ids.add(id(entry));
            }
        }
        return ids;
    }

    /** @param changes of the sums, by shop */
    public void move(Map<String, Amounts> changes) {
        changes.forEach((shop, change) -> {
            Amounts changed = sums(shop);
            changed.add(change);
            put(shop, TileBytes.pack(changed));
        });
    }
}
