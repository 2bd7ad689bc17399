package org.shopscore.logistics.carrier.performance;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** How often something took how many minutes. */
public final class Distribution {

    public static final Distribution NONE = new Distribution(new long[0], new long[0]);

    private final long[] minutes;

    /** How many took these minutes or less. */
    private final long[] upTo;

    private Distribution(long[] minutes, long[] upTo) {
        this.minutes = minutes;
        this.upTo = upTo;
    }

    /** @param counts by minutes; each at least one */
    public static Distribution of(SortedMap<Long, Long> counts) {
        var minutes = new long[counts.size()];
        var upTo = new long[counts.size()];
        int i = 0;
        long sum = 0;
        for (Map.Entry<Long, Long> one : counts.entrySet()) {
            minutes[i] = one.getKey();
            sum += one.getValue();
            upTo[i++] = sum;
        }
        return new Distribution(minutes, upTo);
    }

    public long samples() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /**
     * The minutes within which at least so many percent were done (nearest rank).
     *
     * @param percent 1 to 100
     * @return empty without samples
     */
    public Optional<Long> percentile(int percent) {
        return ranked(0, percent);
    }

    /** The samples that took longer than this. */
    public long samplesAfter(long elapsed) {
        return samples() - before(firstAfter(elapsed));
    }

    /**
     * The same percentile, of those alone that took longer than this: what is known of one that is not done yet.
     *
     * @return empty when none took longer
     */
    public Optional<Long> percentileAfter(long elapsed, int percent) {
        return ranked(firstAfter(elapsed), percent);
    }

    private Optional<Long> ranked(int first, int percent) {
        long before = before(first);
        long samples = samples() - before;
        if (samples == 0) {
            return Optional.empty();
        }
        long rank = before + Math.ceilDiv(Math.multiplyExact(samples, percent), 100);
        return Optional.of(minutes[firstAtLeast(upTo, rank)]);
    }

    private int firstAfter(long elapsed) {
        return firstAtLeast(minutes, elapsed + 1);
    }

    private long before(int index) {
        return index == 0 ? 0 : upTo[index - 1];
    }

    private static int firstAtLeast(long[] ascending, long value) {
        int found = Arrays.binarySearch(ascending, value);
        return found >= 0 ? found : -found - 1;
    }
}
