package org.shopscore.aggregator.policy;

import java.math.BigDecimal;

/** The range of every figure in points. */
public record Scale(BigDecimal min, BigDecimal max) {

    public BigDecimal clamp(BigDecimal points) {
        return points.max(min).min(max);
    }
}
