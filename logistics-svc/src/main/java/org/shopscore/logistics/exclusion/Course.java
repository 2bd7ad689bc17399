package org.shopscore.logistics.exclusion;

import java.time.Instant;
import java.util.Set;
import org.shopscore.logistics.region.Region;

/**
 * Where an order goes, and how long each of its legs was under way.
 *
 * @param pickupEnd   when it was picked up, or should have been, whichever was first
 * @param deliveryEnd when it was signed for, or should have been, whichever was first
 */
record Course(
        Instant paidAt, Instant pickupEnd, Instant deliveryEnd, Set<Region> from, Set<Region> to, Set<Region> scanned) {

    Instant end(Leg leg) {
        return switch (leg) {
            case PICKUP -> pickupEnd;
            case DELIVERY -> deliveryEnd;
        };
    }

    Set<Region> at(Place place) {
        return switch (place) {
            case FROM -> from;
            case TO -> to;
            case SCAN -> scanned;
        };
    }
}
