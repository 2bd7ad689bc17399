package org.shopscore.aggregator.category;

/**
 * The average of a metric over the shops of a category, as two whole numbers (rules.md 5.6).
 *
 * @param shops FORMAL shops with at least one case
 */
public record Average(long numerator, long denominator, int shops) {

    static final Average NONE = new Average(0, 0, 0);

    /** Over the shops of both. */
    public Average plus(Average other) {
        return new Average(
                Math.addExact(numerator, other.numerator),
                Math.addExact(denominator, other.denominator),
                shops + other.shops);
    }

    Average plus(long moreNumerator, long moreDenominator) {
        return new Average(
                Math.addExact(numerator, moreNumerator), Math.addExact(denominator, moreDenominator), shops + 1);
    }
}
