package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** An exact number. Not reduced: equal numbers may be unequal fractions, so compare with {@link #compareTo}. */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("denominator must be positive, was " + denominator);
        }
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Fraction of(BigDecimal decimal) {
        int scale = Math.max(decimal.scale(), 0);
        return new Fraction(decimal.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale));
    }

    /** @param values at least one */
    public static Fraction mean(List<Fraction> values) {
        Fraction sum = of(0, 1);
        for (Fraction value : values) {
            sum = sum.plus(value);
        }
        return sum.over(of(values.size(), 1));
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @param divisor must be positive */
    public Fraction over(Fraction divisor) {
        return times(new Fraction(/* numerator= */ divisor.denominator, /* denominator= */ divisor.numerator));
    }

    /** HALF_UP to so many decimals. */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
