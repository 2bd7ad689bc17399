package org.shopscore.aggregator.score.window;

/** One shop and the inputs of its score. */
public record ShopSums(String shopId, ListedSums sums) {}
