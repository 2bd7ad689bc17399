package org.shopscore.aggregator.entitlement.held;

import org.shopscore.aggregator.entitlement.ScoredDay;
import org.shopscore.aggregator.score.shop.ShopProfile;

/** One shop on one official day. */
public record ShopDay(String shopId, ShopProfile profile, ScoredDay day) {}
