package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.util.List;
import org.shopscore.aggregator.policy.Knot;

/**
 * Points of a metric's value: linear between knots and flat outside, in exact arithmetic (rules.md 5.3).
 *
 * <p>What fits is computed in {@code long}; the first product that does not is an {@link ArithmeticException} and the whole is
 * computed again in fractions. Both give the same digits.
 */
final class Curve {

    private static final int POINT_DECIMALS = 4;

    private final List<Knot> knots;
    private final long unit;
    private final long[] values;
    private final long[] points;

    Curve(List<Knot> knots) {
        this.knots = knots;
        int decimals =
                knots.stream().mapToInt(knot -> knot.value().scale()).max().orElseThrow();
        unit = BigDecimal.ONE.movePointRight(Math.max(decimals, 0)).longValueExact();
        values = scaled(knots.stream().map(Knot::value).toList(), Math.max(decimals, 0));
        points = scaled(knots.stream().map(Knot::points).toList(), POINT_DECIMALS);
    }

    private static long[] scaled(List<BigDecimal> decimals, int places) {
        return decimals.stream()
                .mapToLong(decimal -> decimal.movePointRight(places).longValueExact())
                .toArray();
    }

    /** HALF_UP to 4 decimals. */
    BigDecimal points(Fraction value) {
        if (value.numerator().bitLength() < Long.SIZE && value.denominator().bitLength() < Long.SIZE) {
            try {
                long rounded = inLongs(
                        value.numerator().longValue(), value.denominator().longValue());
                return BigDecimal.valueOf(rounded, POINT_DECIMALS);
            } catch (ArithmeticException _) {
                return exact(value).rounded(POINT_DECIMALS);
            }
        }
        return exact(value).rounded(POINT_DECIMALS);
    }

    private long inLongs(long numerator, long denominator) {
        long at = Math.multiplyExact(numerator, unit);
        int next = 0;
        while (next < values.length && at >= Math.multiplyExact(values[next], denominator)) {
            next++;
        }
        if (next == 0 || next == values.length) {
            return points[Math.max(next - 1, 0)];
        }
        int from = next - 1;
        long beyond = at - values[from] * denominator;
        long width = Math.multiplyExact(denominator, values[next] - values[from]);
        long sum = Math.addExact(
                Math.multiplyExact(points[from], width), Math.multiplyExact(points[next] - points[from], beyond));
        return Math.addExact(Math.multiplyExact(2, sum), width) / Math.multiplyExact(2, width);
    }

    /**
     * The lowest value that earns exactly these points.
     *
     * @param earned must lie between those of the first and the last knot
     */
    Fraction valueOf(BigDecimal earned) {
        for (int next = 1; next < knots.size(); next++) {
            Knot from = knots.get(next - 1);
            Knot to = knots.get(next);
            if (from.points().compareTo(earned) == 0) {
                return Fraction.of(from.value());
            }
            if (from.points().compareTo(earned) != to.points().compareTo(earned)) {
                BigDecimal share = earned.subtract(from.points()).abs();
                BigDecimal whole = to.points().subtract(from.points()).abs();
                Fraction step = Fraction.of(to.value().subtract(from.value()))
                        .times(Fraction.of(share))
                        .over(Fraction.of(whole));
                return Fraction.of(from.value()).plus(step);
            }
        }
        return Fraction.of(knots.getLast().value());
    }

    /** The points before rounding. */
    Fraction exact(Fraction value) {
        int next = 0;
        while (next < knots.size()
                && value.compareTo(Fraction.of(knots.get(next).value())) >= 0) {
            next++;
        }
        if (next == 0 || next == knots.size()) {
            return Fraction.of(knots.get(Math.max(next - 1, 0)).points());
        }
        Knot from = knots.get(next - 1);
        Knot to = knots.get(next);
        Fraction start = Fraction.of(from.value());
        Fraction share = value.minus(start).over(Fraction.of(to.value()).minus(start));
        Fraction rise = Fraction.of(to.points()).minus(Fraction.of(from.points()));
        return Fraction.of(from.points()).plus(rise.times(share));
    }
}
