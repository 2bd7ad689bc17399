package org.shopscore.logistics.order;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shopscore.logistics.region.Region;

/** What a carrier needs from one region to another; the bean of this type gives orders the due times they come without. */
public interface LaneTimes {

    /**
     * @param pickup  from the start until the carrier has the parcels
     * @param transit from that pickup until the buyer has them
     */
    record LaneTime(Duration pickup, Duration transit) {}

    /**
     * @param start when the goods are paid and ready
     * @return empty when nothing is known of the lane
     */
    Uni<Optional<LaneTime>> of(String carrier, Region from, Region to, Instant start);
}
