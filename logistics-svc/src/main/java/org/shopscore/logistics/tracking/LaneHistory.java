package org.shopscore.logistics.tracking;

import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shopscore.logistics.carrier.performance.Cell;
import org.shopscore.logistics.carrier.performance.Distribution;
import org.shopscore.logistics.carrier.performance.IsoWeek;
import org.shopscore.logistics.carrier.performance.Leg;
import org.shopscore.logistics.carrier.report.CarrierWeeks;

/** How long a carrier's parcels took on a lane in the last weeks, kept in memory for a while ({@code lane-history}). */
@ApplicationScoped
class LaneHistory {

    private final CarrierWeeks weeks;
    private final Clock clock;
    private final int back;

    /** @param back how many weeks before the present one count */
    LaneHistory(CarrierWeeks weeks, Clock clock, @ConfigProperty(name = "logistics.tracking.weeks") int back) {
        this.weeks = weeks;
        this.clock = clock;
        this.back = back;
    }

    @CacheResult(cacheName = "lane-history")
    Uni<Map<Leg, Distribution>> of(Cell cell) {
        var since = IsoWeek.of(clock.instant()).minus(back);
        return weeks.minutes(cell, since)
                .map(figures ->
                        Arrays.stream(Leg.values()).collect(Collectors.toMap(Function.identity(), figures::minutes)));
    }
}
