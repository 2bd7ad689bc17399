package org.shopscore.logistics.carrier.choice;

import java.util.Optional;

/**
 * What a carrier has shown on a lane.
 *
 * @param due         parcels whose promise to the buyer is decided: the samples
 * @param onTime      of those due
 * @param pickedUp    parcels it had
 * @param exceptional of those it had, with an exception by its fault
 * @param p90Minutes  from the pickup to the signature, empty without samples
 * @param opinions    buyers who told what they think
 * @param points      2 to 10 of each of them, for attitude and speed
 */
record Standing(
        long due, long onTime, long pickedUp, long exceptional, Optional<Long> p90Minutes, long opinions, long points) {

    static final Standing NONE = new Standing(0, 0, 0, 0, Optional.empty(), 0, 0);
}
