package org.shopscore.aggregator.lookup.compact;

import java.nio.ByteBuffer;
import org.shopscore.aggregator.lookup.memory.Entry;
import org.shopscore.aggregator.official.Withheld;
import org.shopscore.aggregator.shop.table.ShopBytes;

/** Writes what {@link CompactJson} writes, from an entry with its line. */
final class LineJson {

    private static final byte[] SHOP = Ascii.of("{\"shopId\":\"");
    private static final byte[] POLICY = Ascii.of("\",\"policyVersion\":\"");
    private static final byte[] NO_OFFICIAL = Ascii.of("\",\"official\":null");
    private static final byte[] OFFICIAL = Ascii.of("\",\"official\":{\"statDate\":\"");
    private static final byte[] REVISION = Ascii.of("\",\"revision\":");
    private static final byte[] ITS_POLICY = Ascii.of(",\"policyVersion\":\"");
    private static final byte[] STAGE = Ascii.of("\",\"stage\":\"");
    private static final byte[] PUBLISHED = Ascii.of("\",\"published\":");
    private static final byte[] LEVEL = Ascii.of(",\"level\":");
    private static final byte[] WEIGHT = Ascii.of(",\"trafficWeight\":");
    private static final byte[] ENTITLEMENTS = Ascii.of(",\"entitlements\":[");
    private static final byte[] PREVIOUS = Ascii.of(",\"previous\":{\"statDate\":\"");
    private static final byte[] ITS_PUBLISHED = Ascii.of("\",\"published\":\"");
    /** A score with another reason has no line. */
    private static final byte[] BECAUSE = Ascii.of("\",\"reason\":\"" + Withheld.BY_FEEDS + "\"}");

    private static final byte[] BY_VERDICT = Ascii.of("\",\"reason\":\"" + Withheld.BY_VERDICT + "\"}");

    private static final byte[] PROVISIONAL = Ascii.of(",\"provisional\":{\"stage\":\"");
    private static final byte[] TO = Ascii.of(",\"to\":\"");
    private static final byte[] VERSION = Ascii.of("\",\"version\":\"");
    private static final byte[] AS_OF = Ascii.of("\"},\"asOf\":\"");
    private static final byte[] FRESHNESS = Ascii.of("\",\"freshness\":");
    private static final byte[] NULL = Ascii.of("null");

    private final CompactBinary binary;
    private final CodeBook policies;

    LineJson(CompactBinary binary, CodeBook policies) {
        this.binary = binary;
        this.policies = policies;
    }

    /** Everything but the freshness, which has to follow. */
    void write(Ascii out, byte[] bytes) {
        var entry = ByteBuffer.wrap(bytes);
        int line = Entry.line(bytes);
        out.put(SHOP).put(bytes, ShopBytes.idFrom(), ShopBytes.idTo(bytes)).put(POLICY);
        out.put(policies.code(CompactLines.policy(entry, line)));
        if (entry.getInt(line + CompactBinary.STAT_DATE) == 0) {
            out.put(NO_OFFICIAL);
        } else {
            official(out.put(OFFICIAL), entry, line);
        }
        out.put(PROVISIONAL).put(CompactBinary.STAGES.get(entry.get(line + CompactBinary.STAGE)));
        score(out.put(PUBLISHED), entry, line + CompactBinary.PUBLISHED);
        level(out.put(LEVEL), entry, line + CompactBinary.LEVEL);
        out.put(TO).day(entry.getInt(line + CompactBinary.TO));
        out.put(VERSION).number(Entry.epoch(bytes)).put('.').number(Entry.n(bytes));
        out.put(AS_OF).instant(entry.getLong(line + CompactBinary.AS_OF)).put(FRESHNESS);
    }

    private void official(Ascii out, ByteBuffer entry, int line) {
        out.day(entry.getInt(line + CompactBinary.STAT_DATE));
        out.put(REVISION).number(entry.getShort(line + CompactBinary.REVISION) & 0xFFFF);
        out.put(ITS_POLICY).put(policies.code(CompactLines.officialPolicy(entry, line)));
        out.put(STAGE).put(CompactBinary.STAGES.get(entry.get(line + CompactBinary.OFFICIAL_STAGE)));
        score(out.put(PUBLISHED), entry, line + CompactBinary.OFFICIAL_PUBLISHED);
        level(out.put(LEVEL), entry, line + CompactBinary.OFFICIAL_LEVEL);
        score(out.put(WEIGHT), entry, line + CompactBinary.WEIGHT);
        out.put(ENTITLEMENTS)
                .put(binary.codes().listed(entry.getInt(line + CompactBinary.HELD)))
                .put(']');
        int day = CompactLines.previousDay(entry, line);
        if (day != 0) {
            int before = entry.getShort(line + CompactBinary.PREVIOUS) & 0xFFFF;
            out.put(PREVIOUS).day(Math.abs(day)).put(ITS_PUBLISHED).hundredths(before);
            out.put(day < 0 ? BY_VERDICT : BECAUSE);
        }
        out.put('}');
    }

    private static void score(Ascii out, ByteBuffer entry, int at) {
        int hundredths = entry.getShort(at) & 0xFFFF;
        if (hundredths == CompactBinary.NOTHING) {
            out.put(NULL);
        } else {
            out.put('"').hundredths(hundredths).put('"');
        }
    }

    private void level(Ascii out, ByteBuffer entry, int at) {
        int number = entry.get(at) & 0xFF;
        if (number == CompactCodes.NO_CODE) {
            out.put(NULL);
        } else {
            out.put('"').put(binary.codes().level(number)).put('"');
        }
    }
}
