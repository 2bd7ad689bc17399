package org.shopscore.aggregator.change.stream.log;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.shopscore.metric.Lane;

/**
 * How far a reader is: of each partition of the topic the offset that it reads next. Written as text without padding, a version byte
 * first, then each offset in groups of seven bits, the lowest first. It means the same to every process.
 */
public final class Cursor {

    private static final int VERSION = 1;
    private static final int GROUP = 7;
    private static final int MORE = 0x80;
    private static final int LONGEST = 9 * GROUP;

    private final long[] next;

    private Cursor(long[] next) {
        this.next = next;
    }

    /** A copy of the offsets, one a partition. */
    static Cursor of(long[] next) {
        return new Cursor(next.clone());
    }

    /** Before everything that there is. */
    public static Cursor beginning() {
        return new Cursor(new long[Lane.COUNT]);
    }

    /** Empty for what is none. */
    public static Optional<Cursor> parse(String text) {
        try {
            return read(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Cursor> read(byte[] bytes) {
        var next = new long[Lane.COUNT];
        int at = 1;
        for (int partition = 0; partition < next.length; partition++) {
            int shift = 0;
            byte group;
            do {
                if (at >= bytes.length || shift == LONGEST) {
                    return Optional.empty();
                }
                group = bytes[at++];
                next[partition] |= (long) (group & (MORE - 1)) << shift;
                shift += GROUP;
            } while (group < 0);
        }
        return at == bytes.length && bytes[0] == VERSION ? Optional.of(new Cursor(next)) : Optional.empty();
    }

    long next(int partition) {
        return next[partition];
    }

    /** As text, of offsets that go on changing. */
    public static String text(long[] next) {
        var out = new ByteArrayOutputStream(4 * next.length);
        out.write(VERSION);
        for (long offset : next) {
            long left = offset;
            while (left >= MORE) {
                out.write((int) (left & (MORE - 1)) | MORE);
                left >>>= GROUP;
            }
            out.write((int) left);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cursor cursor && Arrays.equals(next, cursor.next);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(next);
    }

    @Override
    public String toString() {
        return text(next);
    }
}
