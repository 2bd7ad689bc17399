package org.shopscore.aggregator.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * How many shops have how many points, by hundredth of a point. Whole numbers only, so that what was added can be taken away again, in
 * any order, without a rest. A bin holds what rounds to it HALF_UP, as a published score is rounded (rules.md 5.3).
 */
public final class Histogram {

    static final int DECIMALS = 2;
    private static final int WHOLE = 100;

    private int[] counts = new int[0];
    private int shops;

    /** The bin of so many points. */
    public static int bin(BigDecimal points) {
        return points.setScale(DECIMALS, RoundingMode.HALF_UP).unscaledValue().intValueExact();
    }

    /** @param count may be negative, to take shops away */
    public void add(int bin, int count) {
        if (bin >= counts.length) {
            counts = Arrays.copyOf(counts, bin + 1);
        }
        counts[bin] = Math.addExact(counts[bin], count);
        shops = Math.addExact(shops, count);
    }

    void add(Histogram other) {
        for (int bin = other.counts.length - 1; bin >= 0; bin--) {
            if (other.counts[bin] != 0) {
                add(bin, other.counts[bin]);
            }
        }
    }

    public int shops() {
        return shops;
    }

    /** One more than the highest bin that may hold a shop. */
    public int bins() {
        return counts.length;
    }

    public int count(int bin) {
        return bin < counts.length ? counts[bin] : 0;
    }

    boolean isNothing() {
        return Arrays.stream(counts).allMatch(count -> count == 0);
    }

    /** Whether no more shops were taken away anywhere than there were. */
    boolean isWhole() {
        return Arrays.stream(counts).allMatch(count -> count >= 0);
    }

    /**
     * The nearest-rank percentile: the points of the shop at rank ceil(percent / 100 x shops), HALF_UP to 2 decimals.
     *
     * @param percent 1 to 100
     * @throws IllegalStateException without a shop
     */
    public BigDecimal percentile(int percent) {
        long rank = Math.ceilDiv((long) percent * shops, WHOLE);
        long seen = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            seen += counts[bin];
            if (seen >= rank && seen > 0) {
                return BigDecimal.valueOf(bin, DECIMALS);
            }
        }
        throw new IllegalStateException("a percentile needs a shop, there is none");
    }

    /** The percentage of shops with fewer points, to the hundredth; 1 decimal, cut off: nobody is said to be better than they are. */
    public BigDecimal percentBelow(BigDecimal points) {
        int own = bin(points);
        long below = 0;
        for (int bin = 0; bin < Math.min(own, counts.length); bin++) {
            below += counts[bin];
        }
        return BigDecimal.valueOf(below * WHOLE).divide(BigDecimal.valueOf(shops), 1, RoundingMode.DOWN);
    }
}
