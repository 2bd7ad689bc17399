package org.shopscore.logistics.carrier.performance;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * The minutes that a leg took for the parcels of a week, as they are stored: exact to the minute below 34 hours, to one in a
 * thousand above, and what is taken back leaves no trace.
 */
public final class MinuteHistogram {

    /** Ninety days; what takes longer is kept as this. */
    public static final long MOST = 129_600;

    private static final int DIGITS = 3;

    private final Histogram histogram;

    private MinuteHistogram(Histogram histogram) {
        this.histogram = histogram;
    }

    public static MinuteHistogram empty() {
        return new MinuteHistogram(new Histogram(MOST, DIGITS));
    }

    /** @throws IllegalArgumentException when the bytes are none that {@link #write} has made */
    public static MinuteHistogram read(byte[] bytes) {
        try {
            return new MinuteHistogram(Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), MOST));
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("no histogram", e);
        }
    }

    /**
     * Adds and takes back.
     *
     * @param changes by minutes: how many more, or with a minus how many less
     * @throws IllegalArgumentException when more is taken back than there is
     */
    public void change(Map<Long, Long> changes) {
        var more = new Histogram(MOST, DIGITS);
        var less = new Histogram(MOST, DIGITS);
        changes.forEach((minutes, amount) ->
                (amount > 0 ? more : less).recordValueWithCount(Math.min(minutes, MOST), Math.abs(amount)));
        histogram.add(more);
        histogram.subtract(less);
    }

    public void add(MinuteHistogram other) {
        histogram.add(other.histogram);
    }

    public byte[] write() {
        var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Arrays.copyOf(buffer.array(), length);
    }

    /** Minutes that one bin holds together count as the fewest of them. */
    public Distribution distribution() {
        var counts = new TreeMap<Long, Long>();
        histogram
                .recordedValues()
                .forEach(value -> counts.put(
                        histogram.lowestEquivalentValue(value.getValueIteratedTo()),
                        value.getCountAtValueIteratedTo()));
        return Distribution.of(counts);
    }
}
