package org.shopscore.aggregator.explanation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.shopscore.aggregator.policy.Ratio;
import org.shopscore.aggregator.score.Fraction;

/**
 * Between what a shop's rate lies with 90 % confidence, as far as so few or so many cases can say (rules.md 5.6): the score interval of
 * Wilson, which never leaves 0 to 100 %.
 *
 * @param low in the metric's unit, as {@code high}; 6 decimals
 */
record Interval(String low, String high) {

    private static final int DECIMALS = 6;
    private static final int DIGITS = 20;
    private static final MathContext EXACT = new MathContext(DIGITS);

    /** The 95th percentile of the normal distribution: a twentieth is left out on either side. */
    private static final BigDecimal Z = new BigDecimal("1.6448536269514722");

    /**
     * Empty for a mean, of whose cases the spread is not counted, and for a rate outside 0 to 100 %, as it can be while a feed is incomplete
     * (measures.md).
     *
     * @param raw of n cases, in the ratio's unit
     */
    static Optional<Interval> of(Ratio ratio, long n, Fraction raw) {
        BigDecimal unit = BigDecimal.valueOf(ratio.kind().factor()).divide(ratio.divideBy(), EXACT);
        BigDecimal rate = raw.rounded(DIGITS).divide(unit, EXACT);
        boolean isRate = ratio.kind() == Ratio.Kind.PERCENT
                && n > 0
                && rate.signum() >= 0
                && rate.compareTo(BigDecimal.ONE) <= 0;
        return isRate ? Optional.of(wilson(rate, BigDecimal.valueOf(n), unit)) : Optional.empty();
    }

    private static Interval wilson(BigDecimal rate, BigDecimal n, BigDecimal unit) {
        BigDecimal square = Z.pow(2).divide(n, EXACT);
        BigDecimal whole = BigDecimal.ONE.add(square);
        BigDecimal middle = rate.add(square.divide(BigDecimal.TWO, EXACT)).divide(whole, EXACT);
        BigDecimal spread = rate.multiply(BigDecimal.ONE.subtract(rate))
                .add(square.divide(BigDecimal.valueOf(4), EXACT))
                .divide(n, EXACT)
                .sqrt(EXACT)
                .multiply(Z)
                .divide(whole, EXACT);
        return new Interval(
                text(middle.subtract(spread).max(BigDecimal.ZERO), unit),
                text(middle.add(spread).min(BigDecimal.ONE), unit));
    }

    private static String text(BigDecimal rate, BigDecimal unit) {
        return rate.multiply(unit).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
}
