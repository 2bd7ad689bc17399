package org.shopscore.aggregator.shop.topic;

import org.shopscore.aggregator.shop.Registration;

/**
 * What a record of the topic says of a shop.
 *
 * @param version      the teller's own of this shop, ascending
 * @param registration empty in all its fields for a tombstone: nothing is known of the shop any more
 */
record ToldShop(String shopId, long version, Registration registration) {}
