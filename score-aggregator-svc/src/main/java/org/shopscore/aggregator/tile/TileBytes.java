package org.shopscore.aggregator.tile;

import java.util.Arrays;

/**
 * Amounts as bytes: for each measure in ascending order the distance to the id before, then the amount, zigzag.
 *
 * <p>Both are varints: seven bits a byte, lowest first, the eighth set on all but the last.
 */
public final class TileBytes {

    private static final int LONGEST_ENTRY = 3 + 10;

    public static byte[] pack(Amounts amounts) {
        var bytes = new byte[amounts.size() * LONGEST_ENTRY];
        int end = 0;
        int before = 0;
        for (int at = 0; at < amounts.size(); at++) {
            long amount = amounts.amount(at);
            end = write(bytes, end, amounts.id(at) - before);
            end = write(bytes, end, (amount << 1) ^ (amount >> 63));
            before = amounts.id(at);
        }
        return Arrays.copyOf(bytes, end);
    }

    public static Amounts unpack(byte[] bytes) {
        var amounts = new Amounts();
        addTo(amounts, bytes);
        return amounts;
    }

    /** Adds what is packed to the sums. */
    public static void addTo(Amounts sums, byte[] bytes) {
        addTo(sums, bytes, 0, bytes.length);
    }

    /**
     * Adds what is packed in a part of the bytes.
     *
     * @param to one after the last
     */
    public static void addTo(Amounts sums, byte[] bytes, int from, int to) {
        var in = new Varints(bytes, from);
        int id = 0;
        int place = 0;
        while (in.at < to) {
            id += (int) in.next();
            long zigzag = in.next();
            place = sums.addBehind(place, (short) id, (zigzag >>> 1) ^ -(zigzag & 1));
        }
    }

    private static int write(byte[] bytes, int start, long value) {
        int at = start;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[at++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        return at;
    }

    private static final class Varints {

        private final byte[] bytes;
        private int at;

        Varints(byte[] bytes, int from) {
            this.bytes = bytes;
            at = from;
        }

        long next() {
            long value = 0;
            int shift = 0;
            byte read;
            do {
                read = bytes[at++];
                value |= (long) (read & 0x7F) << shift;
                shift += 7;
            } while (read < 0);
            return value;
        }
    }

    private TileBytes() {}
}
