package org.shopscore.aggregator.score;

import java.math.BigInteger;
import java.util.Optional;
import org.shopscore.aggregator.policy.Ratio;

/** Reads a ratio off the sums of a window. */
final class Gauge {

    private final Ratio ratio;
    private final Fraction unit;

    Gauge(Ratio ratio) {
        this.ratio = ratio;
        this.unit = Fraction.of(ratio.kind().factor(), 1).over(Fraction.of(ratio.divideBy()));
    }

    /** The sample size. It can be negative while a feed is incomplete: a correction came before what it corrects. */
    long n(WindowSums sums) {
        return sums.sum(ratio.denominator());
    }

    /**
     * The value as measured. A sample of zero or fewer is no data. A ratio of a positive sample is taken as it is, also below 0 or
     * above 100 %: it says that a feed is incomplete, and the flat ends of the table bound what it earns.
     */
    Optional<Fraction> raw(WindowSums sums) {
        long n = n(sums);
        return n <= 0 ? Optional.empty() : Optional.of(over(own(sums), BigInteger.valueOf(n)));
    }

    /** The value of {@code nMin} cases, of which those that the shop does not have are as good as {@code prior} (rules.md 5.6). */
    Fraction padded(WindowSums sums, long nMin, Fraction prior) {
        BigInteger missing = BigInteger.valueOf(nMin - n(sums));
        BigInteger numerator = own(sums)
                .multiply(prior.denominator())
                .add(missing.multiply(prior.numerator()).multiply(unit.denominator()));
        return over(numerator, BigInteger.valueOf(nMin).multiply(prior.denominator()));
    }

    /** A raw ratio in this gauge's unit. */
    Fraction inUnit(Fraction rawRatio) {
        return rawRatio.times(unit);
    }

    private BigInteger own(WindowSums sums) {
        return BigInteger.valueOf(sums.sum(ratio.numerator())).multiply(unit.numerator());
    }

    private Fraction over(BigInteger numerator, BigInteger cases) {
        return new Fraction(numerator, cases.multiply(unit.denominator()));
    }
}
