package org.shopscore.logistics.order;

import java.time.Instant;
import java.util.Optional;

/**
 * A step of an order's life.
 *
 * @param at     when it happened
 * @param before empty for an order that is new
 */
public record OrderStep(OrderId id, Fact what, Instant at, Optional<Order> before, Order after) {}
