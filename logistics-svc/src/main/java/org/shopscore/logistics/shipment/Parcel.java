package org.shopscore.logistics.shipment;

import java.time.Instant;
import java.util.Optional;

/** What an order asks of one of its shipments. */
record Parcel(
        String id,
        Optional<String> replaces,
        Optional<Instant> pickedUpAt,
        Optional<Instant> signedAt,
        Optional<Instant> returnedAt,
        Optional<Instant> lostAt,
        boolean cancelled) {

    static Parcel of(String id, Shipment shipment) {
        var reached = shipment.milestones();
        return new Parcel(
                id,
                shipment.consignment().replaces(),
                reached.pickedUpAt(),
                reached.signedAt(),
                reached.returnedAt(),
                reached.lostAt(),
                reached.cancelledAt().isPresent());
    }

    /** Whether nothing more is to be expected of it. */
    boolean hasFailed() {
        return signedAt.isEmpty() && (cancelled || returnedAt.isPresent() || lostAt.isPresent());
    }
}
