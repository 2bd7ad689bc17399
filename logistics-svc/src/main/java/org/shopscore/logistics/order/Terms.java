package org.shopscore.logistics.order;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What was agreed when the order was paid; it changes by an edit alone.
 *
 * @param pickupDueAt   the carrier has the parcels by then, this instant included
 * @param deliveryDueAt the buyer has them by then, this instant included; of a promised day its last instant
 * @param availableAt   when the presale ends or the goods are ready; empty when they were at the payment
 * @param buyerRef      the platform's opaque reference to the buyer
 */
public record Terms(
        Instant paidAt,
        Instant pickupDueAt,
        Instant deliveryDueAt,
        Set<Flag> flags,
        Kind kind,
        Optional<Instant> availableAt,
        Route route,
        Optional<String> buyerRef) {

    public Terms {
        requireNonNull(paidAt, "paidAt");
        requireNonNull(pickupDueAt, "pickupDueAt");
        requireNonNull(deliveryDueAt, "deliveryDueAt");
        requireNonNull(kind, "kind");
        flags = Set.copyOf(flags);
    }

    /** Goods at hand, on a route that nobody told. */
    public static Terms plain(Instant paidAt, Instant pickupDueAt, Instant deliveryDueAt, Set<Flag> flags) {
        return new Terms(
                paidAt,
                pickupDueAt,
                deliveryDueAt,
                flags,
                Kind.NORMAL,
                Optional.empty(),
                Route.UNKNOWN,
                Optional.empty());
    }
}
