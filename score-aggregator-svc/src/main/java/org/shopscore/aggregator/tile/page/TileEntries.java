package org.shopscore.aggregator.tile.page;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.TileBytes;

/**
 * Tiles of several shops one after the other, as they are stored. Pure.
 *
 * <p>Of each: the length of the shop's id (2 bytes), the id in UTF-8, the day of the epoch (4 bytes), the length of the tile (2
 * bytes) and the tile as {@link TileBytes} has it; numbers are big-endian. The same shop and day may come more than once: what it has
 * is the sum.
 */
public final class TileEntries {

    /** Takes what is read. */
    @FunctionalInterface
    interface Each {
        void take(String shopId, int day, Walk tile);
    }

    /** Goes from entry to entry, telling where in the bytes each part stands. */
    static final class Walk {

        private final byte[] entries;
        private int id;
        private int idEnd;
        private int end;

        Walk(byte[] entries) {
            this.entries = entries;
        }

        /** @return false behind the last */
        boolean next() {
            if (end == entries.length) {
                return false;
            }
            id = end + Short.BYTES;
            idEnd = id + unsignedShort(end);
            end = tile() + unsignedShort(keyEnd());
            return true;
        }

        int id() {
            return id;
        }

        int idEnd() {
            return idEnd;
        }

        /** From the id on: the shop and the day. */
        int keyEnd() {
            return idEnd + Integer.BYTES;
        }

        int day() {
            return unsignedShort(idEnd) << 16 | unsignedShort(idEnd + Short.BYTES);
        }

        String shopId() {
            return new String(entries, id, idEnd - id, StandardCharsets.UTF_8);
        }

        void addTo(Amounts sums) {
            TileBytes.addTo(sums, entries, tile(), end);
        }

        private int tile() {
            return keyEnd() + Short.BYTES;
        }

        private int unsignedShort(int at) {
            return (entries[at] & 0xFF) << 8 | (entries[at + 1] & 0xFF);
        }
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);

    public void add(String shopId, int day, Amounts tile) {
        byte[] id = shopId.getBytes(StandardCharsets.UTF_8);
        add(ByteBuffer.allocate(id.length + Integer.BYTES).put(id).putInt(day).array(), tile);
    }

    /** @param key of the shop and the day, as {@link Walk#keyEnd()} has it */
    void add(byte[] key, Amounts tile) {
        byte[] packed = TileBytes.pack(tile);
        byte[] entry = ByteBuffer.allocate(Short.BYTES + key.length + Short.BYTES + packed.length)
                .putShort(length(key.length - Integer.BYTES))
                .put(key)
                .putShort(length(packed.length))
                .put(packed)
                .array();
        bytes.write(entry, 0, entry.length);
    }

    /** Of a key of shop and day. */
    static Page page(byte[] key) {
        int id = key.length - Integer.BYTES;
        var shopId = new String(key, 0, id, StandardCharsets.UTF_8);
        return new Page(ByteBuffer.wrap(key).getInt(id), Page.of(shopId));
    }

    private static short length(int part) {
        if (part > 0xFFFF) {
            throw new IllegalArgumentException("longer than 65,535 bytes: " + part);
        }
        return (short) part;
    }

    public boolean isEmpty() {
        return bytes.size() == 0;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** How an entry of the shop begins: what holds no such bytes holds nothing of it. */
    static byte[] beginning(String shopId) {
        byte[] id = shopId.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + id.length)
                .putShort(length(id.length))
                .put(id)
                .array();
    }

    static void read(byte[] entries, Each each) {
        var entry = new Walk(entries);
        while (entry.next()) {
            each.take(entry.shopId(), entry.day(), entry);
        }
    }
}
