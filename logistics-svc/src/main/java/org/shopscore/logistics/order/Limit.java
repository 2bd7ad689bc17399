package org.shopscore.logistics.order;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that is due, and what became of it.
 *
 * @param due      in time up to and including this instant
 * @param done     when it was done, as far as anyone reported
 * @param voidedAt when it lost its meaning, which only matters if that was before both
 * @param excluded whether a disruption takes it out of the measures
 */
record Limit(Instant due, Optional<Instant> done, Optional<Instant> voidedAt, boolean excluded, boolean passed) {

    static Limit pickup(Order order) {
        var account = order.account();
        return new Limit(
                account.terms().pickupDueAt(),
                order.pickedUpAt(),
                order.cancelledAt(),
                !account.exclusions().pickupBy().isEmpty(),
                account.hasPassed(account.terms().pickupDueAt()));
    }

    static Limit delivery(Order order) {
        var account = order.account();
        return new Limit(
                account.terms().deliveryDueAt(),
                order.signedAt(),
                Earliest.of(order.cancelledAt(), account.exclusions().lostByForceMajeureAt()),
                !account.exclusions().deliveryBy().isEmpty(),
                account.hasPassed(account.terms().deliveryDueAt()));
    }

    boolean isKept() {
        return done.filter(at -> !at.isAfter(due)).isPresent();
    }

    /** min(done, due), once the outcome is decided; empty while it is open, and when it counts for nothing. */
    Optional<Instant> decidedAt() {
        return isOpen() || isVoid() ? Optional.empty() : Optional.of(first());
    }

    /** Whether it will be broken when its time passes. */
    boolean isOpen() {
        return done.isEmpty() && voidedAt.isEmpty() && !excluded && !passed;
    }

    private boolean isVoid() {
        return excluded || voidedAt.filter(first()::isAfter).isPresent();
    }

    /** min(done, due), decided or not. */
    Instant first() {
        return done.filter(due::isAfter).orElse(due);
    }
}
