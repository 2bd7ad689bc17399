package org.shopscore.logistics.order;

import java.time.Instant;
import java.util.Optional;

/** What can become known of an order, and where it leads. */
public enum Fact {
    PAID,
    PICKED_UP,
    SIGNED,
    CANCELLED,
    REFUNDED,
    DUE_PASSED;

    /** Empty when the order does not allow it any more. */
    Optional<Order> on(Order order, Instant at) {
        return switch (this) {
            case PAID -> Optional.of(order);
            case PICKED_UP -> Optional.of(order.pickedUp(at));
            case SIGNED -> Optional.of(order.signed(at));
            case CANCELLED -> order.cancelled(at);
            case REFUNDED -> Optional.of(order.refunded(at));
            case DUE_PASSED -> Optional.of(order.passed(at));
        };
    }
}
