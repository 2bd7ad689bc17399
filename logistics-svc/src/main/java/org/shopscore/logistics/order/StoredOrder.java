package org.shopscore.logistics.order;

import org.shopscore.metric.Contribution;

/**
 * An order as the table keeps it.
 *
 * @param kept    what was sent for it
 * @param version grows by one with each step
 */
record StoredOrder(OrderId id, Order order, Contribution kept, long version) {}
