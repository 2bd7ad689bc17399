package org.shopscore.aggregator.explanation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.shopscore.aggregator.policy.metric.Ratio;
import org.shopscore.aggregator.score.metric.Fraction;
import org.shopscore.metric.AmountRange;

/**
 * Between what a shop's raw value lies with 90 % confidence, as far as so few or so many cases can say (rules.md 5.6): the score interval of
 * Wilson, which never leaves what the value can be.
 *
 * <p>Of a mean it is the widest that its amounts can have: amounts between two bounds spread most where each is at one of them, which is a
 * rate of those at the upper one.
 *
 * @param low in the metric's unit, as {@code high}; 6 decimals
 */
record Interval(String low, String high) {

    private static final int DECIMALS = 6;
    private static final int DIGITS = 20;
    private static final MathContext EXACT = new MathContext(DIGITS);

    /** The 95th percentile of the normal distribution: a twentieth is left out on either side. */
    private static final BigDecimal Z = new BigDecimal("1.6448536269514722");

    private static final AmountRange ALL_OR_NOTHING = new AmountRange(0, 1);

    /**
     * Empty for a mean of amounts without a bound (hours, until something is done), and for a value that cannot be, as there may be one while
     * a feed is incomplete (measures.md).
     *
     * @param raw of n cases, in the ratio's unit
     */
    static Optional<Interval> of(Ratio ratio, long n, Fraction raw) {
        return n > 0 ? ofOneCase(ratio).flatMap(range -> of(unit(ratio), range, n, raw)) : Optional.empty();
    }

    private static Optional<AmountRange> ofOneCase(Ratio ratio) {
        Ratio ofMeasures = ratio.ofMeasures();
        return switch (ratio.kind()) {
            case PERCENT -> Optional.of(ALL_OR_NOTHING);
            case MEAN -> AmountRange.of(ofMeasures.numerator(), ofMeasures.denominator());
        };
    }

    private static BigDecimal unit(Ratio ratio) {
        return BigDecimal.valueOf(ratio.kind().factor()).divide(ratio.divideBy(), EXACT);
    }

    private static Optional<Interval> of(BigDecimal unit, AmountRange range, long n, Fraction raw) {
        BigDecimal least = BigDecimal.valueOf(range.least());
        BigDecimal width = BigDecimal.valueOf(range.most()).subtract(least);
        BigDecimal rate =
                raw.rounded(DIGITS).divide(unit, EXACT).subtract(least).divide(width, EXACT);
        return rate.signum() >= 0 && rate.compareTo(BigDecimal.ONE) <= 0
                ? Optional.of(wilson(rate, BigDecimal.valueOf(n)).scaled(width, least, unit))
                : Optional.empty();
    }

    private static Rates wilson(BigDecimal rate, BigDecimal n) {
        BigDecimal square = Z.pow(2).divide(n, EXACT);
        BigDecimal whole = BigDecimal.ONE.add(square);
        BigDecimal middle = rate.add(square.divide(BigDecimal.TWO, EXACT)).divide(whole, EXACT);
        BigDecimal spread = rate.multiply(BigDecimal.ONE.subtract(rate))
                .add(square.divide(BigDecimal.valueOf(4), EXACT))
                .divide(n, EXACT)
                .sqrt(EXACT)
                .multiply(Z)
                .divide(whole, EXACT);
        return new Rates(
                middle.subtract(spread).max(BigDecimal.ZERO), middle.add(spread).min(BigDecimal.ONE));
    }

    private record Rates(BigDecimal low, BigDecimal high) {

        Interval scaled(BigDecimal width, BigDecimal least, BigDecimal unit) {
            return new Interval(text(low, width, least, unit), text(high, width, least, unit));
        }

        private static String text(BigDecimal rate, BigDecimal width, BigDecimal least, BigDecimal unit) {
            return rate.multiply(width)
                    .add(least)
                    .multiply(unit)
                    .setScale(DECIMALS, RoundingMode.HALF_UP)
                    .toPlainString();
        }
    }
}
