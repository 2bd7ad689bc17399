package org.shopscore.logistics.carrier.choice;

import java.util.Optional;
import org.shopscore.logistics.lane.ServiceLevel;
import org.shopscore.logistics.region.Region;

/**
 * What is asked of a carrier.
 *
 * @param minSamples    parcels with a decided promise that a carrier must have had on the lane to be compared
 * @param parcelsPerDay how many it has to take
 * @param currency      in which prices are compared; a price in another one counts as unknown
 */
record Wish(
        Region from,
        Region to,
        long minSamples,
        Optional<Long> parcelsPerDay,
        Optional<ServiceLevel> level,
        String currency,
        Preference preference) {}
