package org.shopscore.aggregator.policy.metric;

import java.math.BigDecimal;
import java.util.List;

/**
 * A scored ratio.
 *
 * @param weight       its part of the dimension
 * @param nMin         sample size under which the value is padded (rules.md 5.6)
 * @param defaultPrior what it is padded with where no category average is known, in the ratio's unit
 * @param knots        ascending in value; linear between them, flat outside
 */
public record Metric(
        String id,
        String dimension,
        BigDecimal weight,
        Ratio ratio,
        long nMin,
        BigDecimal defaultPrior,
        List<Knot> knots) {

    public Metric {
        knots = List.copyOf(knots);
        if (nMin < 1) {
            throw new IllegalArgumentException("nMin must be at least 1, was " + nMin);
        }
        if (knots.size() < 2) {
            throw new IllegalArgumentException("knots must be at least 2, were " + knots);
        }
    }

    /** How many days before the window's its own days are (rules.md 5.2). */
    public int maturityDays() {
        return Maturity.named(ratio.denominator()).map(Maturity::days).orElse(0);
    }

    /** Whether both are the same ratio of the same counts, in whatever unit. */
    public boolean isCountedLike(Metric other) {
        return id.equals(other.id)
                && ratio.numerator().equals(other.ratio.numerator())
                && ratio.denominator().equals(other.ratio.denominator());
    }

    /** Whether both give the same points for the same counts, whatever they weigh. */
    public boolean isScoredLike(Metric other) {
        return id.equals(other.id)
                && ratio.equals(other.ratio)
                && nMin == other.nMin
                && defaultPrior.compareTo(other.defaultPrior) == 0
                && knots.equals(other.knots);
    }

    /** Whether a higher value earns more points. */
    public boolean isHigherBetter() {
        return knots.getFirst().points().compareTo(knots.getLast().points()) < 0;
    }
}
