package org.shopscore.logistics.carrier.performance;

import java.util.Optional;
import org.shopscore.logistics.scan.ScanStatus;

/** How far a parcel has come on its way to the buyer, in this order. */
public enum Stage {
    ANNOUNCED,
    PICKED_UP,
    IN_TRANSIT,
    ARRIVED_LOCAL,
    OUT_FOR_DELIVERY,
    READY_FOR_PICKUP;

    /** The stage that a scan proves; empty for one that says nothing about the way to the buyer. */
    public static Optional<Stage> of(ScanStatus status) {
        return switch (status) {
            case PICKED_UP -> Optional.of(PICKED_UP);
            case IN_TRANSIT, CUSTOMS -> Optional.of(IN_TRANSIT);
            case ARRIVED_LOCAL -> Optional.of(ARRIVED_LOCAL);
            case OUT_FOR_DELIVERY -> Optional.of(OUT_FOR_DELIVERY);
            case READY_FOR_PICKUP -> Optional.of(READY_FOR_PICKUP);
            case PENDING,
                    INFO_RECEIVED,
                    DELIVERY_ATTEMPT_FAILED,
                    DELIVERED,
                    EXCEPTION,
                    RETURNING,
                    RETURNED,
                    LOST,
                    EXPIRED,
                    CANCELLED,
                    UNKNOWN -> Optional.empty();
        };
    }
}
