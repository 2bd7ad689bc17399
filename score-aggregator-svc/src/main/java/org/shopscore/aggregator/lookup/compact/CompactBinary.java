package org.shopscore.aggregator.lookup.compact;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.policy.Entitlement;
import org.shopscore.aggregator.policy.Level;
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
    static final int NO_CODE = 0xFF;

    private static final int MAGIC = 0x53534231;

    private final CodeBook levels;
    private final CodeBook entitlements;
    private volatile Codes codes = new Codes(-1, new byte[0]);

    /** The code books as they are sent. */
    private static final class Codes {

        private final int size;
        private final byte[] text;

        Codes(int size, byte[] text) {
            this.size = size;
            this.text = text;
        }
    }

    /** @param policy whose codes get the first numbers; those of other policies follow as they are met */
    public CompactBinary(Policy policy) {
        levels = new CodeBook(policy.levels().stream().map(Level::code).toList(), NO_CODE);
        entitlements = new CodeBook(
                policy.entitlements().stream()
                        .filter(entitlement -> !entitlement.decidedByPerson())
                        .map(Entitlement::code)
                        .toList(),
                Integer.SIZE);
    }

    /** Everything but the freshness. */
    public byte[] item(CompactScore score) {
        var item = ByteBuffer.allocate(ITEM);
        var official = score.official();
        var live = score.provisional();
        item.put(OFFICIAL_STAGE, (byte)
                STAGES.indexOf(official.map(Official::stage).orElse("")));
        item.putShort(OFFICIAL_PUBLISHED, hundredths(official.map(Official::published)));
        item.put(OFFICIAL_LEVEL, level(official.map(Official::level)));
        item.put(STAGE, (byte)
                STAGES.indexOf(live.map(CompactScore.Provisional::stage).orElse("")));
        item.putShort(PUBLISHED, hundredths(live.map(CompactScore.Provisional::published)));
        item.put(LEVEL, level(live.map(CompactScore.Provisional::level)));
        item.putShort(WEIGHT, hundredths(official.map(Official::trafficWeight)));
        item.putInt(HELD, held(official.map(Official::entitlements).orElse(List.of())));
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
                | (level(sheet.result().map(result -> result.level().code())) & NO_CODE) << 16
                | score;
    }

    /** What goes before the items, whose provisional scores are all made by one policy. */
    public Buffer head(String policyVersion, int items, int capacity) {
        var out = Buffer.buffer(capacity).appendInt(MAGIC).appendUnsignedShort(items);
        CodeBook.write(out, policyVersion);
        return out.appendBytes(codes());
    }

    /** Written again after a book has grown; who reads the old ones meanwhile has no item with a new number. */
    private byte[] codes() {
        Codes known = codes;
        int size = levels.size() + entitlements.size();
        if (known.size != size) {
            var out = Buffer.buffer();
            levels.write(out);
            entitlements.write(out);
            known = new Codes(size, out.getBytes());
            codes = known;
        }
        return known.text;
    }

    /** Appends an item with its freshness. */
    public static void append(Buffer out, byte[] item, CompactFreshness freshness) {
        int start = out.length();
        out.appendBytes(item);
        out.setByte(start + FLAGS, flags(freshness));
        out.setLong(start + COMPLETE_UNTIL, completeUntil(freshness));
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
        var item = new byte[ITEM];
        item[0] = (byte) status;
        out.appendBytes(item);
    }

    CodeBook levels() {
        return levels;
    }

    CodeBook entitlements() {
        return entitlements;
    }

    private int held(List<String> codes) {
        int held = 0;
        for (String code : codes) {
            int number = entitlements.number(code);
            held |= number < 0 ? 0 : 1 << number;
        }
        return held;
    }

    private byte level(Optional<String> code) {
        return (byte) code.map(levels::number).orElse(NO_CODE).intValue();
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
