package org.shopscore.aggregator.shop.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** What is known of one shop, in one array that is never changed: u8 length of the id, the id, and the rest. */
public final class ShopBytes {

    private static final int ID = 1;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** @return with room for so many bytes from {@link #idTo} on */
    public static byte[] of(String shopId, int rest) {
        byte[] id = shopId.getBytes(UTF_8);
        var entry = new byte[ID + id.length + rest];
        entry[0] = (byte) id.length;
        System.arraycopy(id, 0, entry, ID, id.length);
        return entry;
    }

    /** Where the id begins. */
    public static int idFrom() {
        return ID;
    }

    /** Behind the id. */
    public static int idTo(byte[] entry) {
        return ID + entry[0];
    }

    public static String shopId(byte[] entry) {
        return new String(entry, ID, entry[0], UTF_8);
    }

    /** Asked for every shop that is looked for: an id is compared eight bytes at a time, the last of them once more. */
    public static boolean isOf(byte[] entry, byte[] text, int from, int to) {
        int length = entry[0];
        if (length != to - from) {
            return false;
        }
        if (length < Long.BYTES) {
            return Arrays.equals(entry, ID, ID + length, text, from, to);
        }
        int last = length - Long.BYTES;
        for (int at = 0; at < last; at += Long.BYTES) {
            if ((long) EIGHT.get(entry, ID + at) != (long) EIGHT.get(text, from + at)) {
                return false;
            }
        }
        return (long) EIGHT.get(entry, ID + last) == (long) EIGHT.get(text, from + last);
    }

    private ShopBytes() {}
}
