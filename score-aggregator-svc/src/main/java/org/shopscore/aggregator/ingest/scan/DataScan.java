package org.shopscore.aggregator.ingest.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureIds.Measure;
import org.shopscore.metric.MetricEvent;

/**
 * Reads the data of a plain fact: {@code {"ref":"…","changes":[{"anchoredAt":"…","measures":{"…":1,…}},…]}}, without a blank, an escape
 * or another field. Takes nothing that the contract's reader would refuse. For one thread.
 */
public final class DataScan {

    private static final byte[] REF = "{\"ref\":\"".getBytes(US_ASCII);
    private static final byte[] CHANGES = "\"changes\":[{\"anchoredAt\":\"".getBytes(US_ASCII);
    private static final byte[] NEXT_CHANGE = ",{\"anchoredAt\":\"".getBytes(US_ASCII);
    private static final byte[] MEASURES = ",\"measures\":{\"".getBytes(US_ASCII);
    private static final byte[] END = "]}".getBytes(US_ASCII);

    private static final int LONGEST_REF = 200;
    private static final long MOST = 1_000_000_000_000L;
    private static final long OLDEST = 1100 * 86_400L;
    private static final long NEWEST = 86_400L;

    private final InstantScan anchoredAt = new InstantScan();
    private final long[] seen = new long[(Short.MAX_VALUE + 1) / Long.SIZE];
    private final short[] named = new short[MetricEvent.MOST_MEASURES];
    private byte[] data;
    private int at;
    private int count;

    /**
     * @param source the measures' own source, else they are not taken here
     * @param time   when it happened
     * @return empty for what is written in another way or breaks a bound
     */
    public Optional<EventDays> read(byte[] bytes, String source, InstantScan time, MeasureTable measures) {
        data = bytes;
        at = 0;
        count = 0;
        var days = new EventDays();
        if (!skip(REF) || !skipRef() || !skip(CHANGES)) {
            return Optional.empty();
        }
        do {
            if (!readChange(days, source, time, measures)) {
                return Optional.empty();
            }
        } while (skip(NEXT_CHANGE));
        return skip(END) && at == data.length ? Optional.of(days) : Optional.empty();
    }

    private boolean readChange(EventDays days, String source, InstantScan time, MeasureTable measures) {
        int from = at;
        int to = quote();
        if (to < 0 || !anchoredAt.read(data, from, to) || !isNear(time) || !skip(MEASURES)) {
            return false;
        }
        boolean isWhole = readMeasures(days.on(anchoredAt.businessDay()), source, measures);
        return isWhole && isAt('}');
    }

    private boolean readMeasures(Amounts amounts, String source, MeasureTable measures) {
        int first = count;
        boolean isWhole = readMeasure(amounts, source, measures);
        while (isWhole && isAt(',')) {
            isWhole = isAt('"') && readMeasure(amounts, source, measures);
        }
        for (int n = first; n < count; n++) {
            seen[named[n] >> 6] = 0;
        }
        return isWhole && isAt('}');
    }

    private boolean readMeasure(Amounts amounts, String source, MeasureTable measures) {
        int from = at;
        int to = quote();
        Measure measure = to < 0 ? null : measures.named(data, from, to);
        if (measure == null || !measure.source().equals(source) || !isNew(measure.id()) || !isAt(':')) {
            return false;
        }
        long amount = amount();
        amounts.add(measure.id(), amount);
        return amount != 0;
    }

    /** Whether the change has not named it yet. */
    private boolean isNew(short id) {
        long bit = 1L << (id & 63);
        if (count == named.length || (seen[id >> 6] & bit) != 0) {
            return false;
        }
        seen[id >> 6] |= bit;
        named[count++] = id;
        return true;
    }

    /** 0 for what is not a whole number of the contract's size. */
    private long amount() {
        boolean isNegative = isAt('-');
        int from = at;
        long amount = 0;
        while (at < data.length && data[at] >= '0' && data[at] <= '9' && at - from < 14) {
            amount = amount * 10 + data[at++] - '0';
        }
        boolean isCanonical = at > from && data[from] != '0' && amount <= MOST;
        return !isCanonical ? 0 : isNegative ? -amount : amount;
    }

    private boolean isNear(InstantScan time) {
        long distance = anchoredAt.second() - time.second();
        boolean isNotOld = distance > -OLDEST || (distance == -OLDEST && anchoredAt.nano() >= time.nano());
        boolean isNotNew = distance < NEWEST || (distance == NEWEST && anchoredAt.nano() <= time.nano());
        return isNotOld && isNotNew;
    }

    /** A short text of printable characters that begins with no blank. */
    private boolean skipRef() {
        int from = at;
        while (at < data.length && data[at] >= ' ' && data[at] != '"' && data[at] != '\\' && data[at] != 127) {
            at++;
        }
        int length = at - from;
        return length > 0 && length <= LONGEST_REF && data[from] != ' ' && isAt('"') && isAt(',');
    }

    /** Where the text ends that begins here; -1 when it does not, or not simply. Goes on behind it. */
    private int quote() {
        while (at < data.length && data[at] >= ' ' && data[at] != '\\') {
            if (data[at] == '"') {
                return at++;
            }
            at++;
        }
        return -1;
    }

    private boolean isAt(char wanted) {
        if (at < data.length && data[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean skip(byte[] wanted) {
        int end = at + wanted.length;
        if (end > data.length || !Arrays.equals(data, at, end, wanted, 0, wanted.length)) {
            return false;
        }
        at = end;
        return true;
    }
}
