package org.shopscore.aggregator.policy.effect;

import java.math.BigDecimal;
import java.util.Optional;

/** What would become of one shop. */
public record ShopEffect(String shopId, Optional<String> category, SizeClass size, Outcome was, Outcome becomes) {

    /** The published score after less the one before; empty where there is none on a side. */
    public Optional<BigDecimal> change() {
        return becomes.published().flatMap(after -> was.published().map(after::subtract));
    }

    /** Whether anything differs. */
    public boolean isAny() {
        return !was.equals(becomes);
    }
}
