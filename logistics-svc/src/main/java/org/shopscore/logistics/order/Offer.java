package org.shopscore.logistics.order;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Terms as they are told, the due times perhaps left to the lane's times. */
record Offer(
        Instant paidAt,
        Optional<Instant> pickupDueAt,
        Optional<Instant> deliveryDueAt,
        Set<Flag> flags,
        Kind kind,
        Optional<Instant> availableAt,
        Route route,
        Optional<String> buyerRef) {

    /** The terms, if nothing was left out. */
    Optional<Terms> complete() {
        return pickupDueAt.flatMap(pickup -> deliveryDueAt.map(delivery -> terms(pickup, delivery)));
    }

    /** The terms, with what was left out taken from those that were agreed. */
    Terms completedBy(Terms agreed) {
        return terms(pickupDueAt.orElse(agreed.pickupDueAt()), deliveryDueAt.orElse(agreed.deliveryDueAt()));
    }

    /** @throws org.shopscore.problem.Refused 409 {@code order-differs} when the order exists with other terms */
    void requireSame(Terms agreed) {
        if (!completedBy(agreed).equals(agreed)) {
            throw Refusals.orderDiffers(agreed, completedBy(agreed));
        }
    }

    /** The terms, with what was left out computed: the goods are ready, the carrier comes, the carrier travels. */
    Terms completedBy(LaneTimes.LaneTime lane) {
        Instant pickup = pickupDueAt.orElseGet(() -> start().plus(lane.pickup()));
        return terms(pickup, deliveryDueAt.orElseGet(() -> pickup.plus(lane.transit())));
    }

    /** When the goods are paid and ready. */
    Instant start() {
        return availableAt.orElse(paidAt);
    }

    private Terms terms(Instant pickup, Instant delivery) {
        return new Terms(paidAt, pickup, delivery, flags, kind, availableAt, route, buyerRef);
    }
}
