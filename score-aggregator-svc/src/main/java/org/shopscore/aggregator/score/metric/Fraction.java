package org.shopscore.aggregator.score.metric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/**
 * An exact number. Not reduced: equal numbers may be unequal fractions, so compare with {@link #compareTo}.
 *
 * <p>What fits is held and computed in {@code long}, anything else in whole numbers without end; the numbers are the same.
 */
public final class Fraction implements Comparable<Fraction> {

    /** A number of so many bits is sure to fit, whatever its sign. */
    static final int FITTING = Long.SIZE - 1;

    private static final int MOST_NARROW_DECIMALS = 18;
    private static final long[] POWERS = new long[MOST_NARROW_DECIMALS + 1];

    static {
        POWERS[0] = 1;
        for (int decimals = 1; decimals < POWERS.length; decimals++) {
            POWERS[decimals] = POWERS[decimals - 1] * 10;
        }
    }

    private record Wide(BigInteger numerator, BigInteger denominator) {}

    private final long numerator;
    private final long denominator;

    /** Null for what fits. */
    private final Wide wide;

    private Fraction(long numerator, long denominator, Wide wide) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.wide = wide;
    }

    /** @throws IllegalArgumentException unless the denominator is positive */
    public static Fraction of(long numerator, long denominator) {
        if (denominator <= 0) {
            throw notPositive(denominator);
        }
        return new Fraction(numerator, denominator, null);
    }

    private static Fraction of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() <= 0) {
            throw notPositive(denominator);
        }
        return numerator.bitLength() <= FITTING && denominator.bitLength() <= FITTING
                ? new Fraction(numerator.longValue(), denominator.longValue(), null)
                : new Fraction(0, 1, new Wide(numerator, denominator));
    }

    private static IllegalArgumentException notPositive(Number denominator) {
        return new IllegalArgumentException("denominator must be positive, was " + denominator);
    }

    public static Fraction of(BigDecimal decimal) {
        int scale = Math.max(decimal.scale(), 0);
        return of(decimal.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale));
    }

    /** @param values at least one */
    public static Fraction mean(List<Fraction> values) {
        Fraction sum = of(0, 1);
        for (Fraction value : values) {
            sum = sum.plus(value);
        }
        return sum.over(of(values.size(), 1));
    }

    public Fraction plus(Fraction other) {
        boolean fits = productFits(numerator, other.denominator, FITTING - 1)
                && productFits(other.numerator, denominator, FITTING - 1)
                && productFits(denominator, other.denominator, FITTING);
        return fits && isNarrow() && other.isNarrow()
                ? new Fraction(
                        numerator * other.denominator + other.numerator * denominator,
                        denominator * other.denominator,
                        null)
                : of(
                        wideNumerator()
                                .multiply(other.wideDenominator())
                                .add(other.wideNumerator().multiply(wideDenominator())),
                        wideDenominator().multiply(other.wideDenominator()));
    }

    public Fraction minus(Fraction other) {
        return other.isNarrow() && other.numerator != Long.MIN_VALUE
                ? plus(new Fraction(-other.numerator, other.denominator, null))
                : plus(of(other.wideNumerator().negate(), other.wideDenominator()));
    }

    public Fraction times(Fraction other) {
        boolean fits = productFits(numerator, other.numerator, FITTING)
                && productFits(denominator, other.denominator, FITTING);
        return fits && isNarrow() && other.isNarrow()
                ? new Fraction(numerator * other.numerator, denominator * other.denominator, null)
                : of(
                        wideNumerator().multiply(other.wideNumerator()),
                        wideDenominator().multiply(other.wideDenominator()));
    }

    /** @param divisor must be positive */
    public Fraction over(Fraction divisor) {
        return times(
                divisor.isNarrow()
                        ? of(/* numerator= */ divisor.denominator, /* denominator= */ divisor.numerator)
                        : of(/* numerator= */ divisor.wideDenominator(), /* denominator= */ divisor.wideNumerator()));
    }

    /** HALF_UP to so many decimals. */
    public BigDecimal rounded(int decimals) {
        if (isNarrow()
                && decimals <= MOST_NARROW_DECIMALS
                && productFits(numerator, POWERS[decimals], FITTING - 2)
                && bits(denominator) < FITTING - 1) {
            long twice = 2 * Math.abs(numerator) * POWERS[decimals];
            long rounded = (twice + denominator) / (2 * denominator);
            return BigDecimal.valueOf(numerator < 0 ? -rounded : rounded, decimals);
        }
        return new BigDecimal(wideNumerator())
                .divide(new BigDecimal(wideDenominator()), decimals, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Fraction other) {
        boolean fits = productFits(numerator, other.denominator, FITTING)
                && productFits(other.numerator, denominator, FITTING);
        return fits && isNarrow() && other.isNarrow()
                ? Long.compare(numerator * other.denominator, other.numerator * denominator)
                : wideNumerator()
                        .multiply(other.wideDenominator())
                        .compareTo(other.wideNumerator().multiply(wideDenominator()));
    }

    /** Whether {@link #numerator} and {@link #denominator} say what it is. */
    boolean isNarrow() {
        return wide == null;
    }

    long numerator() {
        return numerator;
    }

    long denominator() {
        return denominator;
    }

    private BigInteger wideNumerator() {
        return wide == null ? BigInteger.valueOf(numerator) : wide.numerator;
    }

    private BigInteger wideDenominator() {
        return wide == null ? BigInteger.valueOf(denominator) : wide.denominator;
    }

    /** Whether the product is sure to have no more bits; some that have not are not known to. */
    static boolean productFits(long one, long other, int most) {
        return bits(one) + bits(other) <= most;
    }

    /** Of the number without its sign. */
    static int bits(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(Math.abs(number));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction that
                && numerator == that.numerator
                && denominator == that.denominator
                && Objects.equals(wide, that.wide);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numerator, denominator, wide);
    }

    @Override
    public String toString() {
        return wideNumerator() + "/" + wideDenominator();
    }
}
