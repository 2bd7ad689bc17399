package org.shopscore.aggregator.lookup.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.shopscore.aggregator.lookup.memory.Announced.Version;

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

    private static final int ID = 1;
    private static final int HEAD = Integer.BYTES;
    private static final int N = 8;
    private static final int AS_OF = 16;
    private static final int DAY = 24;
    private static final int TOLD = 28;
    private static final int SUMS = 32;
    private static final int NO_LINE = 0;

    static byte[] of(String shopId, Announced announced, int told) {
        byte[] id = shopId.getBytes(UTF_8);
        byte[] sums = announced.sums().packed();
        int tail = ID + id.length + HEAD;
        var entry = new byte[tail + SUMS + sums.length];
        entry[0] = (byte) id.length;
        System.arraycopy(id, 0, entry, ID, id.length);
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

    static boolean isOf(byte[] entry, byte[] text, int from, int to) {
        int length = entry[0];
        return length == to - from && Arrays.equals(entry, ID, ID + length, text, from, to);
    }

    static String shopId(byte[] entry) {
        return new String(entry, ID, entry[0], UTF_8);
    }

    /** Where the id begins. */
    public static int idFrom() {
        return ID;
    }

    /** Behind the id. */
    public static int idTo(byte[] entry) {
        return ID + entry[0];
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
        return ID + entry[0];
    }

    private static int tail(byte[] entry) {
        int head = head(entry);
        return head + HEAD + ((int) INT.get(entry, head) == NO_LINE ? 0 : LINE);
    }

    private Entry() {}
}
