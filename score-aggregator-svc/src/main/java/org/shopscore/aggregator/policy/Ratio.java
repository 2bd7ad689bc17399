package org.shopscore.aggregator.policy;

import java.math.BigDecimal;

/** A value made of two measures: numerator / denominator, in the kind's unit, divided by {@code divideBy}. */
public record Ratio(Kind kind, String numerator, String denominator, BigDecimal divideBy) {

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
