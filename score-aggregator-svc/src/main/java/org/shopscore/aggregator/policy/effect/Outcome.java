package org.shopscore.aggregator.policy.effect;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a policy makes of a shop.
 *
 * @param published    2 decimals; empty in stage NONE, like the level
 * @param entitlements that it holds after the day, reviews among them
 */
public record Outcome(
        String stage, Optional<BigDecimal> published, Optional<String> level, SortedSet<String> entitlements) {}
