package org.shopscore.logistics.order;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that is due, and what became of it.
 *
 * @param due  in time up to and including this instant
 * @param done when it was done, as far as anyone reported
 */
record Limit(Instant due, Optional<Instant> done) {

    static Limit pickup(Order order) {
        return new Limit(order.account().terms().pickupDueAt(), order.pickedUpAt());
    }

    static Limit delivery(Order order) {
        return new Limit(order.account().terms().deliveryDueAt(), order.signedAt());
    }

    boolean isKept() {
        return done.filter(at -> !at.isAfter(due)).isPresent();
    }

    /** min(done, due), once the outcome is decided; empty while it is open, and when the order was cancelled before both. */
    Optional<Instant> decidedAt(Order order) {
        Instant first = done.filter(due::isAfter).orElse(due);
        return isDecided(order, first) ? Optional.of(first) : Optional.empty();
    }

    boolean isOpen(Order order) {
        return switch (order) {
            case Order.Cancelled _ -> false;
            case Order.Paid _, Order.PickedUp _, Order.Signed _ ->
                done.isEmpty() && !order.account().hasPassed(due);
        };
    }

    private boolean isDecided(Order order, Instant first) {
        return switch (order) {
            case Order.Cancelled cancelled -> !cancelled.at().isBefore(first);
            case Order.Paid _, Order.PickedUp _, Order.Signed _ -> !isOpen(order);
        };
    }
}
