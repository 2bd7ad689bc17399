package org.shopscore.logistics.carrier;

import java.util.Optional;
import java.util.Set;
import org.shopscore.logistics.lane.ServiceLevel;
import org.shopscore.logistics.region.Region;

/**
 * A carrier that shops may choose.
 *
 * @param coverage    where it picks up and delivers: these regions and all that lies in them
 * @param levels      what kinds of delivery it offers
 * @param peakPerDay  how many parcels it takes on its busiest day, as far as it says
 */
public record Carrier(
        String code,
        String nameZh,
        String nameEn,
        Set<Region> coverage,
        Set<ServiceLevel> levels,
        Optional<Long> peakPerDay) {

    public Carrier {
        coverage = Set.copyOf(coverage);
        levels = Set.copyOf(levels);
    }

    public boolean covers(Region region) {
        return coverage.stream().anyMatch(covered -> covered.contains(region));
    }
}
