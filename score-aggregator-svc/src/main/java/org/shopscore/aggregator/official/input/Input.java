package org.shopscore.aggregator.official.input;

import org.shopscore.aggregator.score.shop.ShopProfile;

/** What one shop's score of a day is computed from. */
public record Input(String shopId, int revision, int partition, StoredSums sums, ShopProfile profile) {}
