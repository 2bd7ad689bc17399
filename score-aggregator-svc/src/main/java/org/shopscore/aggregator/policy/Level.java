package org.shopscore.aggregator.policy;

import java.math.BigDecimal;

/** What a published score from {@code min} on is called, and how search weighs it. */
public record Level(String code, BigDecimal min, BigDecimal trafficWeight) {}
