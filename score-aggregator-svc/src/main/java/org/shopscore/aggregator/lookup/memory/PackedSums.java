package org.shopscore.aggregator.lookup.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Amounts that are not 0, each as u8 place and a zigzag number in groups of seven bits, the lowest first. Behind them, where anything has to
 * mature, u8 255 and of each count u8 days, u8 place and its number.
 */
final class PackedSums {

    private static final int MOST_BYTES_EACH = 11;
    private static final int GROUP = 7;
    private static final int MORE = 0x80;

    /** No place. */
    private static final byte MATURED = (byte) 0xFF;

    /** What has matured of the measure at a place after so many days; also 0. */
    record Matured(int days, int place, long amount) {}

    /** @param amounts by place, 255 at most */
    static byte[] pack(long[] amounts) {
        var packed = new byte[amounts.length * MOST_BYTES_EACH];
        int at = 0;
        for (int place = 0; place < amounts.length; place++) {
            long amount = amounts[place];
            if (amount != 0) {
                packed[at++] = (byte) place;
                at = number(packed, at, (amount << 1) ^ (amount >> (Long.SIZE - 1)));
            }
        }
        return Arrays.copyOf(packed, at);
    }

    /** @param matured at least one */
    static byte[] pack(long[] amounts, List<Matured> matured) {
        byte[] raw = pack(amounts);
        var packed = Arrays.copyOf(raw, raw.length + 1 + matured.size() * (1 + MOST_BYTES_EACH));
        int at = raw.length;
        packed[at++] = MATURED;
        for (Matured one : matured) {
            packed[at++] = (byte) one.days();
            packed[at++] = (byte) one.place();
            at = number(packed, at, (one.amount() << 1) ^ (one.amount() >> (Long.SIZE - 1)));
        }
        return Arrays.copyOf(packed, at);
    }

    private static int number(byte[] packed, int from, long number) {
        int at = from;
        long left = number;
        while ((left & ~(MORE - 1)) != 0) {
            packed[at++] = (byte) (left | MORE);
            left >>>= GROUP;
        }
        packed[at++] = (byte) left;
        return at;
    }

    /**
     * @param amounts to be filled, by place
     * @return where what has matured begins; the end where there is nothing
     */
    static int unpack(byte[] packed, long[] amounts) {
        var in = new In(packed, 0);
        while (in.hasNext() && packed[in.at] != MATURED) {
            amounts[packed[in.at++] & 0xFF] = in.number();
        }
        return in.at;
    }

    /** @param from as {@link #unpack} says, before the end */
    static List<Matured> matured(byte[] packed, int from) {
        var in = new In(packed, from + 1);
        var matured = new ArrayList<Matured>();
        do {
            int days = packed[in.at++];
            matured.add(new Matured(days, packed[in.at++] & 0xFF, in.number()));
        } while (in.hasNext());
        return matured;
    }

    private static final class In {

        private final byte[] packed;
        private int at;

        In(byte[] packed, int from) {
            this.packed = packed;
            this.at = from;
        }

        boolean hasNext() {
            return at < packed.length;
        }

        long number() {
            long number = 0;
            int shift = 0;
            byte group;
            do {
                group = packed[at++];
                number |= (long) (group & (MORE - 1)) << shift;
                shift += GROUP;
            } while (group < 0);
            return (number >>> 1) ^ -(number & 1);
        }
    }

    private PackedSums() {}
}
