package org.shopscore.aggregator.policy.metric;

import java.math.BigDecimal;

/** A corner of a metric's table: this value earns these points. */
public record Knot(BigDecimal value, BigDecimal points) {}
