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
    public interface Each {
        /** @param tile positioned at the tile, limited to it */
        void take(String shopId, int day, ByteBuffer tile);
    }

    private static final int NUMBERS = 2 + 4 + 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);

    public void add(String shopId, int day, Amounts tile) {
        byte[] id = shopId.getBytes(StandardCharsets.UTF_8);
        byte[] packed = TileBytes.pack(tile);
        byte[] entry = ByteBuffer.allocate(NUMBERS + id.length + packed.length)
                .putShort(length(id))
                .put(id)
                .putInt(day)
                .putShort(length(packed))
                .put(packed)
                .array();
        bytes.write(entry, 0, entry.length);
    }

    private static short length(byte[] part) {
        if (part.length > 0xFFFF) {
            throw new IllegalArgumentException("longer than 65,535 bytes: " + part.length);
        }
        return (short) part.length;
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
        return ByteBuffer.allocate(2 + id.length).putShort(length(id)).put(id).array();
    }

    static void read(byte[] entries, Each each) {
        var in = ByteBuffer.wrap(entries);
        while (in.hasRemaining()) {
            int idLength = in.getShort() & 0xFFFF;
            var shopId = new String(entries, in.position(), idLength, StandardCharsets.UTF_8);
            in.position(in.position() + idLength);
            int day = in.getInt();
            int end = (in.getShort() & 0xFFFF) + in.position();
            each.take(shopId, day, in.duplicate().limit(end));
            in.position(end);
        }
    }
}
