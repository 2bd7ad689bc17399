package org.shopscore.logistics.shipment;

import java.time.Instant;
import java.util.Optional;

/**
 * The instants of a parcel's way that others ask for.
 *
 * @param pickedUpAt  the earliest scan that proves that the carrier had it
 * @param signedAt    the earliest signature; a deposit in a locker or station is none
 * @param returnedAt  when it was back with the sender
 * @param lostAt      when the carrier gave it up
 * @param cancelledAt when it was taken back, by the shop or the carrier
 * @param lastScanAt  the latest scan of any kind
 */
public record Milestones(
        Optional<Instant> pickedUpAt,
        Optional<Instant> signedAt,
        Optional<Instant> returnedAt,
        Optional<Instant> lostAt,
        Optional<Instant> cancelledAt,
        Optional<Instant> lastScanAt) {

    /** These without the latest scan, which comes and goes without changing where the parcel is. */
    Milestones reached() {
        return new Milestones(pickedUpAt, signedAt, returnedAt, lostAt, cancelledAt, Optional.empty());
    }
}
