package org.shopscore.logistics.scan;

/** The one vocabulary of all carriers and providers; an unknown code is UNKNOWN, never a guess. */
public enum ScanStatus {
    PENDING,
    INFO_RECEIVED,
    PICKED_UP,
    IN_TRANSIT,
    CUSTOMS,
    /** At the depot from which the buyer is served. */
    ARRIVED_LOCAL,
    OUT_FOR_DELIVERY,
    /** Deposited in a locker or station: no signature yet. */
    READY_FOR_PICKUP,
    DELIVERY_ATTEMPT_FAILED,
    /** Signed for. */
    DELIVERED,
    EXCEPTION,
    RETURNING,
    /** Back with the sender. */
    RETURNED,
    LOST,
    /** The provider has had no news for so long that it stopped asking. */
    EXPIRED,
    CANCELLED,
    UNKNOWN;

    /** Whether who tells this has, or has had, the parcel in hand. */
    public boolean provesCustody() {
        return switch (this) {
            case PICKED_UP,
                    IN_TRANSIT,
                    CUSTOMS,
                    ARRIVED_LOCAL,
                    OUT_FOR_DELIVERY,
                    READY_FOR_PICKUP,
                    DELIVERY_ATTEMPT_FAILED,
                    DELIVERED,
                    RETURNING,
                    RETURNED -> true;
            case PENDING, INFO_RECEIVED, EXCEPTION, LOST, EXPIRED, CANCELLED, UNKNOWN -> false;
        };
    }

    /** Whether somebody has scanned the parcel, as against data about it that was sent or is missing. */
    public boolean isScanned() {
        return switch (this) {
            case PICKED_UP,
                    IN_TRANSIT,
                    CUSTOMS,
                    ARRIVED_LOCAL,
                    OUT_FOR_DELIVERY,
                    READY_FOR_PICKUP,
                    DELIVERY_ATTEMPT_FAILED,
                    DELIVERED,
                    EXCEPTION,
                    RETURNING,
                    RETURNED,
                    UNKNOWN -> true;
            case PENDING, INFO_RECEIVED, LOST, EXPIRED, CANCELLED -> false;
        };
    }
}
