package org.shopscore.aggregator.policy;

import java.math.BigDecimal;

/** One side of a shop that the base score weighs. */
public record Dimension(String id, BigDecimal weight) {}
