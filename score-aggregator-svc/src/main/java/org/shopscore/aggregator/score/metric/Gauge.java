package org.shopscore.aggregator.score.metric;

import java.util.Optional;
import org.shopscore.aggregator.policy.metric.Ratio;
import org.shopscore.aggregator.score.window.WindowSums;

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
     *
     * @param n as {@link #n} says
     */
    Optional<Fraction> raw(long n, WindowSums sums) {
        return n <= 0 ? Optional.empty() : Optional.of(inUnit(Fraction.of(sums.sum(ratio.numerator()), n)));
    }

    /** The value of {@code nMin} cases, of which those that the shop does not have are as good as {@code prior} (rules.md 5.6). */
    Fraction padded(WindowSums sums, long nMin, Fraction prior) {
        Fraction own = inUnit(Fraction.of(sums.sum(ratio.numerator()), 1));
        Fraction missing = prior.times(Fraction.of(nMin - n(sums), 1));
        return own.plus(missing).over(Fraction.of(nMin, 1));
    }

    /** A raw ratio in this gauge's unit. */
    Fraction inUnit(Fraction rawRatio) {
        return rawRatio.times(unit);
    }
}
