package org.shopscore.aggregator.policy.metric;

import java.math.BigDecimal;

/**
 * A value made of two counts: numerator / denominator, in the kind's unit, divided by {@code divideBy}.
 *
 * @param numerator a measure, or the {@link Maturity#name name} of what has matured of one, as {@code denominator}
 */
public record Ratio(Kind kind, String numerator, String denominator, BigDecimal divideBy) {

    /** The same of what has matured of the measures in so many days; 0 for the measures themselves. */
    public Ratio matured(int days) {
        return days == 0
                ? this
                : new Ratio(
                        kind, new Maturity(numerator, days).name(), new Maturity(denominator, days).name(), divideBy);
    }

    /** The same of the measures themselves: what people know it by. */
    public Ratio ofMeasures() {
        return new Ratio(kind, Maturity.measureOf(numerator), Maturity.measureOf(denominator), divideBy);
    }

    /** The unit of the value. */
    public enum Kind {
        MEAN(1),
        PERCENT(100);

        private final int factor;

        Kind(int factor) {
            this.factor = factor;
        }

        public int factor() {
            return factor;
        }
    }
}
