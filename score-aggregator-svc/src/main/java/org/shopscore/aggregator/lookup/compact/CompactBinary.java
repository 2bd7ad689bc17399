package org.shopscore.aggregator.lookup.compact;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreSheet;

/** The compact score in 44 bytes, big-endian, as {@code docs/compact-scores.md} describes them byte by byte. */
public final class CompactBinary {

    /** The media type of an answer in this form. */
    public static final String TYPE = "application/vnd.shopscore.scores";

    /** Bytes of an item. */
    public static final int ITEM = 44;

    /** Where its freshness stands. */
    public static final int FLAGS = 9;

    /** Where its freshness stands. */
    public static final int COMPLETE_UNTIL = 36;

    static final int OFFICIAL_STAGE = 1;
    static final int OFFICIAL_PUBLISHED = 2;
    static final int OFFICIAL_LEVEL = 4;
    static final int STAGE = 5;
    static final int PUBLISHED = 6;
    static final int LEVEL = 8;
    static final int WEIGHT = 10;
    static final int HELD = 12;
    static final int STAT_DATE = 16;
    static final int REVISION = 20;
    static final int PREVIOUS = 22;
    static final int TO = 24;
    static final int AS_OF = 28;

    static final List<String> STAGES = List.of("", "NONE", "GROWTH", "FORMAL", "WITHHELD");
    static final int NOTHING = 0xFFFF;

    private static final int MAGIC = 0x53534231;
    private static final int FOUND = 0;
    private static final int UNAVAILABLE = 2;

    private final CompactCodes codes;

    /** @param policy whose codes get the first places; those of other policies follow as they are met */
    public CompactBinary(Policy policy) {
        codes = new CompactCodes(policy);
    }

    /** Everything but the freshness; of a score with a code that has no place the error, since without the code it would read as not held. */
    public byte[] item(CompactScore score) {
        return codes.hold(score) ? figures(score) : error(UNAVAILABLE);
    }

    private byte[] figures(CompactScore score) {
        var item = ByteBuffer.allocate(ITEM);
        var official = score.official();
        var live = score.provisional();
        item.put(OFFICIAL_STAGE, (byte)
                STAGES.indexOf(official.map(Official::stage).orElse("")));
        item.putShort(OFFICIAL_PUBLISHED, hundredths(official.map(Official::published)));
        item.put(OFFICIAL_LEVEL, codes.level(official.map(Official::level)));
        item.put(STAGE, (byte)
                STAGES.indexOf(live.map(CompactScore.Provisional::stage).orElse("")));
        item.putShort(PUBLISHED, hundredths(live.map(CompactScore.Provisional::published)));
        item.put(LEVEL, codes.level(live.map(CompactScore.Provisional::level)));
        item.putShort(WEIGHT, hundredths(official.map(Official::trafficWeight)));
        item.putInt(HELD, codes.held(official.map(Official::entitlements).orElse(List.of())));
        item.putInt(STAT_DATE, day(official.map(Official::statDate)));
        item.putShort(REVISION, official.map(Official::revision).orElse(0).shortValue());
        item.putShort(PREVIOUS, hundredths(official.flatMap(Official::previous).map(Official.Previous::published)));
        item.putInt(TO, day(live.map(CompactScore.Provisional::to)));
        item.putLong(AS_OF, millis(score.asOf()));
        return item.array();
    }

    /** All that tells one provisional score from another, as a number that is not 0. */
    public int standing(ScoreSheet sheet) {
        int stage = STAGES.indexOf(sheet.stage().name());
        int score = sheet.result()
                .map(result -> result.published().movePointRight(2).intValueExact())
                .orElse(NOTHING);
        return (stage << 24)
                | (codes.level(sheet.result().map(result -> result.level().code())) & CompactCodes.NO_CODE) << 16
                | score;
    }

    /** What goes before the items, whose provisional scores are all made by one policy. */
    public Buffer head(String policyVersion, int items, int capacity) {
        var out = Buffer.buffer(capacity).appendInt(MAGIC).appendUnsignedShort(items);
        CodeBook.write(out, policyVersion);
        return out.appendBytes(codes.sent());
    }

    /** Appends an item, with its freshness unless it is an error. */
    public static void append(Buffer out, byte[] item, CompactFreshness freshness) {
        int start = out.length();
        out.appendBytes(item);
        if (item[0] == FOUND) {
            out.setByte(start + FLAGS, flags(freshness));
            out.setLong(start + COMPLETE_UNTIL, completeUntil(freshness));
        }
    }

    /** What an item has at {@link #FLAGS}. */
    public static byte flags(CompactFreshness freshness) {
        return (byte) ((freshness.isIncomplete() ? 1 : 0) | (freshness.source().number << 1));
    }

    /** What an item has at {@link #COMPLETE_UNTIL}. */
    public static long completeUntil(CompactFreshness freshness) {
        return millis(freshness.completeUntil());
    }

    /** Appends the item of a shop that there is no score of. */
    public static void appendError(Buffer out, int status) {
        out.appendBytes(error(status));
    }

    private static byte[] error(int status) {
        var item = new byte[ITEM];
        item[0] = (byte) status;
        return item;
    }

    CompactCodes codes() {
        return codes;
    }

    private static short hundredths(Optional<String> figure) {
        return figure.map(text -> new BigDecimal(text).movePointRight(2).intValueExact())
                .orElse(NOTHING)
                .shortValue();
    }

    private static int day(Optional<LocalDate> day) {
        return day.map(LocalDate::toEpochDay).orElse(0L).intValue();
    }

    private static long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(0L);
    }
}
