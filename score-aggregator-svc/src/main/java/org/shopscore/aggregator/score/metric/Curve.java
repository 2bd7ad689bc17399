package org.shopscore.aggregator.score.metric;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.shopscore.aggregator.policy.metric.Knot;

/**
 * Points of a metric's value: linear between knots and flat outside, in exact arithmetic (rules.md 5.3).
 *
 * <p>What is sure to fit is computed in {@code long}, the rest in fractions. Both give the same digits.
 */
public final class Curve {

    private static final int POINT_DECIMALS = 4;

    private final List<Fraction> exactValues;
    private final List<Fraction> exactPoints;
    private final long unit;
    private final long[] values;
    private final long[] points;

    /** Bits of a denominator under which all of {@link #inLongs} fits. */
    private final int narrow;

    public Curve(List<Knot> knots) {
        exactValues = knots.stream().map(knot -> Fraction.of(knot.value())).toList();
        exactPoints = knots.stream().map(knot -> Fraction.of(knot.points())).toList();
        int decimals =
                knots.stream().mapToInt(knot -> knot.value().scale()).max().orElseThrow();
        unit = BigDecimal.ONE.movePointRight(Math.max(decimals, 0)).longValueExact();
        values = scaled(knots.stream().map(Knot::value).toList(), Math.max(decimals, 0));
        points = scaled(knots.stream().map(Knot::points).toList(), POINT_DECIMALS);
        // Twice the width of a step, times points, and a sum of three such.
        narrow = Fraction.FITTING - (widest(values) + 1) - (widest(points) + 1) - 3;
    }

    private static int widest(long[] numbers) {
        return LongStream.of(numbers).mapToInt(Fraction::bits).max().orElseThrow();
    }

    private static long[] scaled(List<BigDecimal> decimals, int places) {
        return decimals.stream()
                .mapToLong(decimal -> decimal.movePointRight(places).longValueExact())
                .toArray();
    }

    /** HALF_UP to 4 decimals. */
    public BigDecimal points(Fraction value) {
        boolean isNarrow = value.isNarrow()
                && Fraction.bits(value.denominator()) <= narrow
                && Fraction.productFits(value.numerator(), unit, Fraction.FITTING);
        return isNarrow
                ? BigDecimal.valueOf(inLongs(value.numerator(), value.denominator()), POINT_DECIMALS)
                : exact(value).rounded(POINT_DECIMALS);
    }

    private long inLongs(long numerator, long denominator) {
        long at = numerator * unit;
        int next = 0;
        while (next < values.length && at >= values[next] * denominator) {
            next++;
        }
        if (next == 0 || next == values.length) {
            return points[Math.max(next - 1, 0)];
        }
        int from = next - 1;
        long beyond = at - values[from] * denominator;
        long width = denominator * (values[next] - values[from]);
        long sum = points[from] * width + (points[next] - points[from]) * beyond;
        return (2 * sum + width) / (2 * width);
    }

    /**
     * The lowest value that earns exactly these points.
     *
     * @param earned must lie between those of the first and the last knot
     */
    Fraction valueOf(BigDecimal earned) {
        Fraction wanted = Fraction.of(earned);
        for (int from = 0; from < exactPoints.size() - 1; from++) {
            Fraction low = exactPoints.get(from);
            Fraction high = exactPoints.get(from + 1);
            if (low.compareTo(wanted) == 0) {
                return exactValues.get(from);
            }
            if (low.compareTo(wanted) != high.compareTo(wanted)) {
                boolean isRising = low.compareTo(high) < 0;
                Fraction share = isRising ? wanted.minus(low) : low.minus(wanted);
                Fraction whole = isRising ? high.minus(low) : low.minus(high);
                Fraction step = exactValues.get(from + 1).minus(exactValues.get(from));
                return exactValues.get(from).plus(step.times(share).over(whole));
            }
        }
        return exactValues.getLast();
    }

    /** The most that any value earns. */
    BigDecimal highest() {
        return BigDecimal.valueOf(Math.max(points[0], points[points.length - 1]), POINT_DECIMALS);
    }

    /** The points before rounding. */
    Fraction exact(Fraction value) {
        int next = 0;
        while (next < exactValues.size() && value.compareTo(exactValues.get(next)) >= 0) {
            next++;
        }
        if (next == 0 || next == exactValues.size()) {
            return exactPoints.get(Math.max(next - 1, 0));
        }
        Fraction from = exactValues.get(next - 1);
        Fraction share = value.minus(from).over(exactValues.get(next).minus(from));
        Fraction rise = exactPoints.get(next).minus(exactPoints.get(next - 1));
        return exactPoints.get(next - 1).plus(rise.times(share));
    }
}
