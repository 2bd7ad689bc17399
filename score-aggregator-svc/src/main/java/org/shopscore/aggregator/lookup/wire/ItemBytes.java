package org.shopscore.aggregator.lookup.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.shopscore.aggregator.lookup.batch.BatchRequest;
import org.shopscore.aggregator.lookup.compact.CompactBinary;
import org.shopscore.aggregator.lookup.line.Fresh;
import org.shopscore.aggregator.lookup.memory.Entry;

/** A binary answer that is written over and over in the same place. */
final class ItemBytes {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int ITEM = CompactBinary.ITEM;
    private static final int LAST_EIGHT = ITEM - Long.BYTES;

    private byte[] bytes = new byte[0];
    private int length;

    /** @param head is copied */
    void begin(byte[] head) {
        int room = head.length + BatchRequest.MOST * ITEM;
        bytes = bytes.length < room ? new byte[room] : bytes;
        System.arraycopy(head, 0, bytes, 0, head.length);
        length = head.length;
    }

    void put(byte[] entry, Fresh fresh) {
        int line = Entry.line(entry);
        for (int at = 0; at < LAST_EIGHT; at += Long.BYTES) {
            copyEight(entry, line + at, length + at);
        }
        copyEight(entry, line + LAST_EIGHT, length + LAST_EIGHT);
        bytes[length + CompactBinary.FLAGS] = fresh.flags();
        LONG.set(bytes, length + CompactBinary.COMPLETE_UNTIL, fresh.completeUntil());
        length += ITEM;
    }

    /** A call for the 44 bytes of each item takes longer than to copy them. */
    private void copyEight(byte[] entry, int from, int to) {
        EIGHT.set(bytes, to, (long) EIGHT.get(entry, from));
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
