package org.shopscore.aggregator.lookup.memory;

import java.util.Arrays;

/** Amounts that are not 0, each as u8 place and a zigzag number in groups of seven bits, the lowest first. */
final class PackedSums {

    private static final int MOST_BYTES_EACH = 11;
    private static final int GROUP = 7;
    private static final int MORE = 0x80;

    /** @param amounts by place, 256 at most */
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

    /** @return by place */
    static long[] unpack(byte[] packed, int places) {
        var amounts = new long[places];
        int at = 0;
        while (at < packed.length) {
            int place = packed[at++] & 0xFF;
            long number = 0;
            int shift = 0;
            byte group;
            do {
                group = packed[at++];
                number |= (long) (group & (MORE - 1)) << shift;
                shift += GROUP;
            } while (group < 0);
            amounts[place] = (number >>> 1) ^ -(number & 1);
        }
        return amounts;
    }

    private PackedSums() {}
}
