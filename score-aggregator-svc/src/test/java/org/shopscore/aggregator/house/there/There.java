package org.shopscore.aggregator.house.there;

import org.shopscore.aggregator.house.here.Here;

/** Breaks the rule of the house on purpose. */
public record There(Here other) {}
