package org.shopscore.aggregator.ingest.benchmark.streams;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.common.utils.Bytes;

/** What was counted on one day, and the bytes of it: a number and an amount, as a varint, for each measure. */
public final class Tile {

    private static final int LONGEST = 11;

    /** In the store: the shop's id and the day. */
    final Bytes key;

    private byte[] measures = new byte[4];
    private long[] amounts = new long[4];
    private int size;

    Tile(byte[] shop, int day) {
        this(Bytes.wrap(ByteBuffer.allocate(shop.length + Integer.BYTES)
                .put(shop)
                .putInt(day)
                .array()));
    }

    private Tile(Bytes key) {
        this.key = key;
    }

    void add(int measure, long amount) {
        int at = 0;
        while (at < size && measures[at] != measure) {
            at++;
        }
        if (at == size) {
            if (size == measures.length) {
                measures = Arrays.copyOf(measures, size * 2);
                amounts = Arrays.copyOf(amounts, size * 2);
            }
            measures[size++] = (byte) measure;
        }
        amounts[at] += amount;
    }

    void addTo(long[] sums) {
        for (int i = 0; i < size; i++) {
            sums[measures[i]] += amounts[i];
        }
    }

    byte[] packed() {
        var packed = new byte[size * LONGEST];
        int at = 0;
        for (int i = 0; i < size; i++) {
            packed[at++] = measures[i];
            long rest = (amounts[i] << 1) ^ (amounts[i] >> 63);
            while ((rest & ~0x7fL) != 0) {
                packed[at++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            packed[at++] = (byte) rest;
        }
        return Arrays.copyOf(packed, at);
    }

    public byte[] shop() {
        return Arrays.copyOf(key.get(), key.get().length - Integer.BYTES);
    }

    public int day() {
        return ByteBuffer.wrap(key.get()).getInt(key.get().length - Integer.BYTES);
    }

    /** A tile as the store has it. */
    public static Tile unpacked(byte[] key, byte[] packed) {
        var tile = new Tile(Bytes.wrap(key));
        int at = 0;
        while (at < packed.length) {
            int measure = packed[at++];
            long zigzag = 0;
            int shift = 0;
            do {
                zigzag |= (packed[at] & 0x7fL) << shift;
                shift += 7;
            } while (packed[at++] < 0);
            tile.add(measure, (zigzag >>> 1) ^ -(zigzag & 1));
        }
        return tile;
    }

    /** For whoever compares. */
    public void forEach(ObjLongConsumer<String> each) {
        for (int i = 0; i < size; i++) {
            each.accept(Names.ALL.get(measures[i]), amounts[i]);
        }
    }
}
