package org.shopscore.logistics.lane;

import static java.util.Objects.requireNonNull;

import org.shopscore.logistics.region.Region;

/**
 * The way of a carrier's parcels from a region to a region.
 *
 * @param carrier the suite's code of the carrier, or {@link #ANY_CARRIER}
 */
public record Lane(String carrier, Region from, Region to) {

    /** Stands for the carriers that have nothing of their own on a lane. */
    public static final String ANY_CARRIER = "any";

    public Lane {
        requireNonNull(carrier, "carrier");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /** Whether every parcel of the other lane also goes on this one. */
    boolean covers(Lane other) {
        return (isOfAnyCarrier() || carrier.equals(other.carrier))
                && from.contains(other.from)
                && to.contains(other.to);
    }

    boolean isOfAnyCarrier() {
        return carrier.equals(ANY_CARRIER);
    }

    /** How closely it says where parcels go. */
    int detail() {
        return from.code().length() + to.code().length();
    }
}
