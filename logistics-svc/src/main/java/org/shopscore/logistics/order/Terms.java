package org.shopscore.logistics.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;

/**
 * What was agreed when the order was paid; it never changes.
 *
 * @param pickupDueAt   the carrier has the parcels by then, this instant included
 * @param deliveryDueAt the buyer has them by then, this instant included; of a promised day its last instant
 */
public record Terms(Instant paidAt, Instant pickupDueAt, Instant deliveryDueAt, Set<Flag> flags) {

    public Terms {
        requireNonNull(paidAt, "paidAt");
        requireNonNull(pickupDueAt, "pickupDueAt");
        requireNonNull(deliveryDueAt, "deliveryDueAt");
        flags = Set.copyOf(flags);
    }
}
