package org.shopscore.aggregator.score.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.policy.metric.Knot;

/** Whatever fits into a long and what does not: the same numbers as in whole numbers without end. */
class FractionTest {

    private static final long SEED = 20260301;
    private static final int TIMES = 200_000;

    private final Random random = new Random(SEED);

    /** The same number, as the test computes it. */
    private record Plain(BigInteger numerator, BigInteger denominator) {

        Plain plus(Plain other) {
            return new Plain(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }

        Plain times(Plain other) {
            return new Plain(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
        }

        Plain negated() {
            return new Plain(numerator.negate(), denominator);
        }

        @Override
        public String toString() {
            return numerator + "/" + denominator;
        }
    }

    private record Both(Fraction tested, Plain plain) {}

    private Both any() {
        long numerator = random.nextLong() >> random.nextInt(Long.SIZE);
        long denominator = Math.max(1, (random.nextLong() >>> 1) >> random.nextInt(Long.SIZE - 1));
        return new Both(
                Fraction.of(numerator, denominator),
                new Plain(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)));
    }

    private Both bounds() {
        long[] numerators = {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, 1, 1L << 31, 1L << 62, Long.MAX_VALUE};
        long[] denominators = {1, 2, 1L << 31, 1L << 32, 1L << 62, Long.MAX_VALUE};
        long numerator = numerators[random.nextInt(numerators.length)];
        long denominator = denominators[random.nextInt(denominators.length)];
        return new Both(
                Fraction.of(numerator, denominator),
                new Plain(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)));
    }

    private Both one() {
        return random.nextInt(4) == 0 ? bounds() : any();
    }

    @Test
    void sumsDifferencesAndProductsAreExact() {
        for (int i = 0; i < TIMES; i++) {
            Both a = one();
            Both b = one();
            Both c = one();
            assertThat(a.tested.plus(b.tested))
                    .hasToString(a.plain.plus(b.plain).toString());
            assertThat(a.tested.minus(b.tested))
                    .hasToString(a.plain.plus(b.plain.negated()).toString());
            assertThat(a.tested.times(b.tested))
                    .hasToString(a.plain.times(b.plain).toString());
            assertThat(a.tested.times(b.tested).plus(c.tested))
                    .hasToString(a.plain.times(b.plain).plus(c.plain).toString());
        }
    }

    @Test
    void quotientsAreExactAndAreRefusedForWhatIsNotPositive() {
        for (int i = 0; i < TIMES; i++) {
            Both a = one();
            Both b = one();
            if (b.plain.numerator.signum() > 0) {
                var turned = new Plain(/* numerator= */ b.plain.denominator, /* denominator= */ b.plain.numerator);
                assertThat(a.tested.over(b.tested))
                        .hasToString(a.plain.times(turned).toString());
            } else {
                assertThatThrownBy(() -> a.tested.over(b.tested)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void comparisonsAndEqualityFollowTheNumbers() {
        for (int i = 0; i < TIMES; i++) {
            Both a = one();
            Both b = one();
            int order = a.plain
                    .numerator
                    .multiply(b.plain.denominator)
                    .compareTo(b.plain.numerator.multiply(a.plain.denominator));
            assertThat(a.tested.compareTo(b.tested)).isEqualTo(order);
            assertThat(a.tested.equals(b.tested)).isEqualTo(a.plain.equals(b.plain));
            Fraction wide = a.tested.times(b.tested).times(b.tested);
            assertThat(wide).isEqualTo(a.tested.times(b.tested).times(b.tested)).isEqualByComparingTo(wide);
        }
    }

    @Test
    void roundingIsHalfUpAwayFromZero() {
        assertThat(Fraction.of(-1, 8).rounded(2)).isEqualTo(new BigDecimal("-0.13"));
        assertThat(Fraction.of(1, 8).rounded(2)).isEqualTo(new BigDecimal("0.13"));
        for (int i = 0; i < TIMES; i++) {
            Both a = one();
            int decimals = random.nextInt(20);
            assertThat(a.tested.rounded(decimals))
                    .isEqualTo(new BigDecimal(a.plain.numerator)
                            .divide(new BigDecimal(a.plain.denominator), decimals, RoundingMode.HALF_UP));
        }
    }

    @Test
    void pointsOfAnySizeOfSampleAreThoseOfTheExactValue() {
        var curve = new Curve(List.of(knot("0", "0"), knot("88.125", "3.5"), knot("97.5", "4.1234"), knot("100", "5")));
        for (int i = 0; i < TIMES; i++) {
            int bits = 1 + random.nextInt(62);
            long of = Math.max(1, (random.nextLong() >>> 1) >> (Long.SIZE - 1 - bits));
            var part =
                    new BigInteger(bits + 7, random).mod(BigInteger.valueOf(of).multiply(BigInteger.valueOf(101)));
            if (part.bitLength() < Long.SIZE) {
                Fraction value = Fraction.of(part.longValue(), of);
                assertThat(curve.points(value)).isEqualTo(plainPoints(new BigDecimal(part), BigDecimal.valueOf(of)));
            }
        }
    }

    /** Of the knots above; without any division but the last one. */
    private static BigDecimal plainPoints(BigDecimal part, BigDecimal of) {
        String[][] steps = {
            {"0", "0", "88.125", "3.5"}, {"88.125", "3.5", "97.5", "4.1234"}, {"97.5", "4.1234", "100", "5"}
        };
        for (String[] step : steps) {
            var from = new BigDecimal(step[0]);
            var to = new BigDecimal(step[2]);
            if (part.compareTo(to.multiply(of)) < 0) {
                var low = new BigDecimal(step[1]);
                var rise = new BigDecimal(step[3]).subtract(low);
                var run = to.subtract(from).multiply(of);
                return low.multiply(run)
                        .add(rise.multiply(part.subtract(from.multiply(of))))
                        .divide(run, 4, RoundingMode.HALF_UP);
            }
        }
        return new BigDecimal("5.0000");
    }

    private static Knot knot(String value, String points) {
        return new Knot(new BigDecimal(value), new BigDecimal(points));
    }
}
