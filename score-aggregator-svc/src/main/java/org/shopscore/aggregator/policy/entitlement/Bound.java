package org.shopscore.aggregator.policy.entitlement;

import java.math.BigDecimal;

/** What a figure is compared with. */
public record Bound(Comparison is, BigDecimal than) {

    /** How; the names are those of the policy document. */
    public enum Comparison {
        GTE,
        GT,
        LTE,
        LT
    }

    /** @param order of the figure against {@link #than}, as {@link Comparable#compareTo} has it */
    public boolean isMet(int order) {
        return switch (is) {
            case GTE -> order >= 0;
            case GT -> order > 0;
            case LTE -> order <= 0;
            case LT -> order < 0;
        };
    }
}
