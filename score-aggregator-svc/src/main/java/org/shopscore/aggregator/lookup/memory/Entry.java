package org.shopscore.aggregator.lookup.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.shop.table.ShopBytes;

/**
 * What memory holds of one shop, in one array that is never changed: u8 length of the id, the id, i32 generation of the line or 0, the
 * line where there is one, i64 epoch, i64 n, i64 ms as-of, i32 last day of the
 * window, i32 what was told of its score, and the {@link PackedSums sums}.
 *
 * <p>The line is what a lookup answers, so it stands next to the id: both are read at once.
 */
public final class Entry {

    /** Bytes of a line: what a lookup answers, as the writer of lines packs it. */
    public static final int LINE = 58;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int HEAD = Integer.BYTES;
    private static final int N = 8;
    private static final int AS_OF = 16;
    private static final int DAY = 24;
    private static final int TOLD = 28;
    private static final int SUMS = 32;
    private static final int NO_LINE = 0;

    static byte[] of(String shopId, Announced announced, int told) {
        byte[] sums = announced.sums().packed();
        byte[] entry = ShopBytes.of(shopId, HEAD + SUMS + sums.length);
        int tail = head(entry) + HEAD;
        LONG.set(entry, tail, announced.version().epoch());
        LONG.set(entry, tail + N, announced.version().n());
        LONG.set(entry, tail + AS_OF, announced.asOf().toEpochMilli());
        INT.set(entry, tail + DAY, Math.toIntExact(announced.day().toEpochDay()));
        INT.set(entry, tail + TOLD, told);
        System.arraycopy(sums, 0, entry, tail + SUMS, sums.length);
        return entry;
    }

    /** What was told of its score; 0 for nothing yet. */
    static int told(byte[] entry) {
        return (int) INT.get(entry, tail(entry) + TOLD);
    }

    static byte[] withTold(byte[] entry, int told) {
        byte[] changed = entry.clone();
        INT.set(changed, tail(entry) + TOLD, told);
        return changed;
    }

    static Announced announced(byte[] entry) {
        int tail = tail(entry);
        return new Announced(
                version(entry),
                LocalDate.ofEpochDay((int) INT.get(entry, tail + DAY)),
                Instant.ofEpochMilli((long) LONG.get(entry, tail + AS_OF)),
                KnownSums.unpacked(Arrays.copyOfRange(entry, tail + SUMS, entry.length)));
    }

    /** Whether the day is the last of its window. */
    static boolean isOf(byte[] entry, LocalDate day) {
        return (int) INT.get(entry, tail(entry) + DAY) == day.toEpochDay();
    }

    static Version version(byte[] entry) {
        return new Version(epoch(entry), n(entry));
    }

    /** Always another array, so that what was found before is known to be old. */
    static byte[] without(byte[] entry) {
        int head = head(entry);
        int tail = tail(entry);
        var bare = new byte[head + HEAD + entry.length - tail];
        System.arraycopy(entry, 0, bare, 0, head);
        System.arraycopy(entry, tail, bare, head + HEAD, entry.length - tail);
        return bare;
    }

    /** @param line so many bytes as {@link #LINE} says */
    public static byte[] with(byte[] entry, int generation, byte[] line) {
        int head = head(entry);
        int tail = tail(entry);
        var written = new byte[head + HEAD + LINE + entry.length - tail];
        System.arraycopy(entry, 0, written, 0, head);
        INT.set(written, head, generation);
        System.arraycopy(line, 0, written, head + HEAD, LINE);
        System.arraycopy(entry, tail, written, head + HEAD + LINE, entry.length - tail);
        return written;
    }

    /** Whether it has a line of that generation. */
    static boolean isWritten(byte[] entry, int generation) {
        return (int) INT.get(entry, head(entry)) == generation;
    }

    /** Where the line begins; only of an entry that was found with one. */
    public static int line(byte[] entry) {
        return head(entry) + HEAD;
    }

    /** Of the version. */
    public static long epoch(byte[] entry) {
        return (long) LONG.get(entry, tail(entry));
    }

    /** Of the version. */
    public static long n(byte[] entry) {
        return (long) LONG.get(entry, tail(entry) + N);
    }

    private static int head(byte[] entry) {
        return ShopBytes.idTo(entry);
    }

    private static int tail(byte[] entry) {
        int head = head(entry);
        return head + HEAD + ((int) INT.get(entry, head) == NO_LINE ? 0 : LINE);
    }

    private Entry() {}
}
