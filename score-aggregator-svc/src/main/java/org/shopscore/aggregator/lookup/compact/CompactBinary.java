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

/** The compact score in 44 bytes, big-endian, as {@code docs/compact-scores.md} describes them byte by byte. */
public final class CompactBinary {

    /** The media type of an answer in this form. */
    public static final String TYPE = "application/vnd.shopscore.scores";

    static final int ITEM = 44;
    static final int FLAGS = 9;
    static final int COMPLETE_UNTIL = 36;

    private static final int MAGIC = 0x53534231;
    private static final List<String> STAGES = List.of("", "NONE", "GROWTH", "FORMAL", "WITHHELD");
    private static final int NOTHING = 0xFFFF;
    private static final int NO_CODE = 0xFF;

    private final CodeBook levels;
    private final CodeBook entitlements;

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
        item.put(1, (byte) STAGES.indexOf(official.map(Official::stage).orElse("")));
        item.putShort(2, hundredths(official.map(Official::published)));
        item.put(4, level(official.map(Official::level)));
        item.put(5, (byte)
                STAGES.indexOf(live.map(CompactScore.Provisional::stage).orElse("")));
        item.putShort(6, hundredths(live.map(CompactScore.Provisional::published)));
        item.put(8, level(live.map(CompactScore.Provisional::level)));
        item.putShort(10, hundredths(official.map(Official::trafficWeight)));
        item.putInt(12, held(official.map(Official::entitlements).orElse(List.of())));
        item.putInt(16, day(official.map(Official::statDate)));
        item.putShort(20, official.map(Official::revision).orElse(0).shortValue());
        item.putShort(22, hundredths(official.flatMap(Official::previous).map(Official.Previous::published)));
        item.putInt(24, day(live.map(CompactScore.Provisional::to)));
        item.putLong(28, millis(score.asOf()));
        return item.array();
    }

    /** What goes before the items, whose provisional scores are all made by one policy. */
    public Buffer head(String policyVersion, int items, int capacity) {
        var out = Buffer.buffer(capacity).appendInt(MAGIC).appendUnsignedShort(items);
        CodeBook.write(out, policyVersion);
        levels.write(out);
        entitlements.write(out);
        return out;
    }

    /** Appends an item with its freshness. */
    public static void append(Buffer out, byte[] item, CompactFreshness freshness) {
        int start = out.length();
        out.appendBytes(item);
        int flags = (freshness.isIncomplete() ? 1 : 0) | (freshness.source().number << 1);
        out.setByte(start + FLAGS, (byte) flags);
        out.setLong(start + COMPLETE_UNTIL, millis(freshness.completeUntil()));
    }

    /** Appends the item of a shop that there is no score of. */
    public static void appendError(Buffer out, int status) {
        var item = new byte[ITEM];
        item[0] = (byte) status;
        out.appendBytes(item);
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
