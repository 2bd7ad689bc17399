package org.shopscore.logistics.incident.threshold;

import java.util.Optional;
import org.shopscore.logistics.region.Region;

/**
 * What parcels on a lane may take; what is empty fits every parcel.
 *
 * @param noScanHours    from one scan to the next
 * @param inTransitHours from the pickup until it is with the buyer, at a station, or on its way back
 */
record Threshold(Lane lane, int noScanHours, int inTransitHours) {

    /** The parcels that a threshold is for. */
    record Lane(Optional<Region> from, Optional<Region> to, Optional<String> carrier) {}
}
