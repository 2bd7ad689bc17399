package org.shopscore.aggregator.tile.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.TileBytes;

/** Adds tiles up by shop, straight from the bytes of {@link TileEntries}: a lane of a large market has a million of them. Pure. */
public final class LaneSums {

    /** What one shop has. */
    public static final class Shop {

        private final byte[] id;
        private final Amounts sums = new Amounts();

        private Shop(byte[] id) {
            this.id = id;
        }

        public String id() {
            return new String(id, StandardCharsets.UTF_8);
        }

        public Amounts sums() {
            return sums;
        }
    }

    private static final int SMALLEST = 1 << 10;
    private static final int SPREAD = 0x9E3779B9;

    private final int firstDay;
    private final int lastDay;
    // A table with free places, at most half full: each shop stands at the first one that is free from its hash on.
    private Shop[] places = new Shop[SMALLEST];
    private int size;

    /**
     * @param firstDay of the epoch; tiles of days before are not added
     * @param lastDay  of the epoch, included
     */
    public LaneSums(int firstDay, int lastDay) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    public void add(byte[] entries) {
        int at = 0;
        while (at < entries.length) {
            int id = at + Short.BYTES;
            int day = id + unsignedShort(entries, at);
            int tile = day + Integer.BYTES + Short.BYTES;
            int end = tile + unsignedShort(entries, day + Integer.BYTES);
            int of = integer(entries, day);
            if (firstDay <= of && of <= lastDay) {
                TileBytes.addTo(sums(entries, id, day), entries, tile, end);
            }
            at = end;
        }
    }

    private Amounts sums(byte[] bytes, int from, int to) {
        int at = place(bytes, from, to);
        if (places[at] == null) {
            if (2 * size >= places.length) {
                grow();
                at = place(bytes, from, to);
            }
            places[at] = new Shop(Arrays.copyOfRange(bytes, from, to));
            size++;
        }
        return places[at].sums;
    }

    private int place(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        // Ids that count up have hashes that do: spread, or they stand in one long row.
        int at = (hash * SPREAD) >>> Integer.numberOfLeadingZeros(places.length - 1);
        while (places[at] != null && !Arrays.equals(places[at].id, 0, places[at].id.length, bytes, from, to)) {
            at = (at + 1) & (places.length - 1);
        }
        return at;
    }

    private void grow() {
        var before = places;
        places = new Shop[2 * before.length];
        for (Shop shop : before) {
            if (shop != null) {
                places[place(shop.id, 0, shop.id.length)] = shop;
            }
        }
    }

    /** Each shop that a tile was added of, also where it came to nothing. */
    public List<Shop> all() {
        return Arrays.stream(places).filter(Objects::nonNull).toList();
    }

    private static int unsignedShort(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    private static int integer(byte[] bytes, int at) {
        return unsignedShort(bytes, at) << 16 | unsignedShort(bytes, at + 2);
    }
}
