package org.shopscore.aggregator.lookup.memory;

import java.util.Arrays;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;

/** Amounts that are not 0, each as u8 place of its name and a zigzag number in groups of seven bits, the lowest first. */
final class PackedSums {

    private static final int MOST_BYTES_EACH = 11;
    private static final int GROUP = 7;
    private static final int MORE = 0x80;

    /** @param names 256 at most */
    static byte[] pack(String[] names, ToLongFunction<String> amounts) {
        var packed = new byte[names.length * MOST_BYTES_EACH];
        int at = 0;
        for (int i = 0; i < names.length; i++) {
            long amount = amounts.applyAsLong(names[i]);
            if (amount != 0) {
                packed[at++] = (byte) i;
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

    static void unpack(byte[] packed, String[] names, ObjLongConsumer<String> each) {
        int at = 0;
        while (at < packed.length) {
            String name = names[packed[at++] & 0xFF];
            long number = 0;
            int shift = 0;
            byte group;
            do {
                group = packed[at++];
                number |= (long) (group & (MORE - 1)) << shift;
                shift += GROUP;
            } while (group < 0);
            each.accept(name, (number >>> 1) ^ -(number & 1));
        }
    }

    private PackedSums() {}
}
