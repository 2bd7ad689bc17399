package org.shopscore.aggregator.house.here;

import org.shopscore.aggregator.house.there.There;

/** Breaks the rule of the house on purpose. */
public record Here(There other) {}
