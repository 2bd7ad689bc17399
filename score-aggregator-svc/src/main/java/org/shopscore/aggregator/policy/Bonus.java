package org.shopscore.aggregator.policy;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Points on top (rules.md 5.7).
 *
 * @param dimension where they are added; empty for the total
 */
public record Bonus(String code, Optional<String> dimension, BigDecimal points, Condition when) {

    /** What earns a bonus. */
    public sealed interface Condition {

        /** The platform has set this flag for the shop. */
        record ShopFlag(String flag) implements Condition {}

        /** The ratio, not in percent, reaches the bound; never met without a positive denominator. */
        record RatioAtLeast(String numerator, String denominator, BigDecimal bound) implements Condition {}
    }
}
