package org.shopscore.aggregator.shop.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shopscore.metric.Lane;

/**
 * Shops by their ids: open addressing over one array of {@link ShopBytes entries}. An entry is never changed, only another one put in its
 * place, so that a reader sees the one or the other and never takes a lock. One writer at a time.
 */
public final class ShopTable {

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(byte[][].class);
    private static final int FEWEST = 16;

    /** What the lane took of the hash says nothing within a lane. */
    private static final int LANE_BITS = 5;

    private volatile byte[][] slots = new byte[FEWEST][];
    private int size;

    /**
     * @param text holds the id from one place to the other
     * @param hash of the id, as {@link Lane#hash} makes it
     * @return null for a shop that is not in the table
     */
    public byte[] find(byte[] text, int from, int to, int hash) {
        byte[][] table = slots;
        return (byte[]) SLOT.getAcquire(table, place(table, text, from, to, hash));
    }

    /** Null for a shop that is not in the table. */
    public byte[] find(Id id) {
        return find(id.text(), 0, id.text().length, id.hash());
    }

    /** The table as it is now, for who looks for many shops; what is put meanwhile may be seen or not. */
    public Places places() {
        return new Places(slots);
    }

    /** Where shops stand. */
    public static final class Places {

        private final byte[][] table;

        private Places(byte[][] table) {
            this.table = table;
        }

        /**
         * @param attempt 0, and so on as long as another shop stands there
         * @return null for nothing: then the shop is not in the table
         */
        public byte[] at(int hash, int attempt) {
            return (byte[]) SLOT.getAcquire(table, (first(hash) + attempt) & (table.length - 1));
        }
    }

    /** Takes the place of what there is of the shop. */
    public void put(byte[] entry) {
        byte[][] table = slots;
        int at = place(table, entry);
        boolean isNew = table[at] == null;
        SLOT.setRelease(table, at, entry);
        if (isNew && ++size * 2 > table.length) {
            grow();
        }
    }

    /** @return false where the entry is no longer the one that was found */
    public boolean replace(byte[] found, byte[] by) {
        byte[][] table = slots;
        int at = place(table, found);
        if (table[at] != found) {
            return false;
        }
        SLOT.setRelease(table, at, by);
        return true;
    }

    public void clear() {
        slots = new byte[FEWEST][];
        size = 0;
    }

    public int size() {
        return size;
    }

    /** All shops as they are now or, of those that are put meanwhile, as they were. */
    public Stream<byte[]> entries() {
        byte[][] table = slots;
        return IntStream.range(0, table.length)
                .mapToObj(at -> (byte[]) SLOT.getAcquire(table, at))
                .filter(Objects::nonNull);
    }

    private void grow() {
        var wider = new byte[slots.length * 2][];
        for (byte[] entry : slots) {
            if (entry != null) {
                wider[place(wider, entry)] = entry;
            }
        }
        slots = wider;
    }

    private static int place(byte[][] table, byte[] entry) {
        int from = ShopBytes.idFrom();
        int to = ShopBytes.idTo(entry);
        return place(table, entry, from, to, Lane.hash(entry, from, to));
    }

    private static int first(int hash) {
        return hash >>> LANE_BITS;
    }

    /** Where the shop is, or would be. */
    private static int place(byte[][] table, byte[] text, int from, int to, int hash) {
        int mask = table.length - 1;
        int at = first(hash) & mask;
        while (true) {
            byte[] entry = (byte[]) SLOT.getAcquire(table, at);
            if (entry == null || ShopBytes.isOf(entry, text, from, to)) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }
}
