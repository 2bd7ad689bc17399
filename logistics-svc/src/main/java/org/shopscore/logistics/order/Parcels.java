package org.shopscore.logistics.order;

import java.time.Instant;
import java.util.Optional;

/**
 * What the scans of an order's parcels come to. A parcel and those sent in its stead are one: either will do.
 *
 * @param count      how many parcels the order needs
 * @param pickedUpAt when the carrier had the last of them
 * @param signedAt   when the last of them was signed for
 * @param returnedAt when the last of those that nobody signed for was back, and none is under way
 * @param lostAt     when the first of them was given up for lost
 */
public record Parcels(
        int count,
        Optional<Instant> pickedUpAt,
        Optional<Instant> signedAt,
        Optional<Instant> returnedAt,
        Optional<Instant> lostAt) {

    public static final Parcels NONE =
            new Parcels(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
