package org.shopscore.aggregator.lookup.redis;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.lookup.memory.KnownSums;

/**
 * What stands in Redis of a shop, in bytes, since it is written for every shop that changes: u8 form, i32 hash of the measures that the sums
 * are packed by, i64 epoch, i64 n, i64 ms as-of, i32 last day of the window, and the sums. No score: that depends on the policy in force,
 * which every reader knows for itself.
 */
final class AnnouncedBytes {

    /** How values are written, and by which measures: others are not read. */
    static final String FORM = "1-" + KnownSums.MEASURES;

    private static final byte FORM_BYTE = 1;
    private static final int MEASURES = Integer.parseUnsignedInt(KnownSums.MEASURES, 16);
    private static final int HEAD = Byte.BYTES + Integer.BYTES + 3 * Long.BYTES + Integer.BYTES;

    static byte[] write(Announced announced) {
        byte[] sums = announced.sums().packed();
        return ByteBuffer.allocate(HEAD + sums.length)
                .put(FORM_BYTE)
                .putInt(MEASURES)
                .putLong(announced.version().epoch())
                .putLong(announced.version().n())
                .putLong(announced.asOf().toEpochMilli())
                .putInt(Math.toIntExact(announced.day().toEpochDay()))
                .put(sums)
                .array();
    }

    /** Empty for what this version cannot read, which is computed from the tiles instead. */
    static Optional<Announced> read(byte[] value) {
        var head = ByteBuffer.wrap(value);
        if (value.length < HEAD || head.get() != FORM_BYTE || head.getInt() != MEASURES) {
            return Optional.empty();
        }
        var version = new Version(head.getLong(), head.getLong());
        var asOf = Instant.ofEpochMilli(head.getLong());
        var day = LocalDate.ofEpochDay(head.getInt());
        try {
            return Optional.of(new Announced(
                    version, day, asOf, KnownSums.unpacked(Arrays.copyOfRange(value, HEAD, value.length))));
        } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private AnnouncedBytes() {}
}
