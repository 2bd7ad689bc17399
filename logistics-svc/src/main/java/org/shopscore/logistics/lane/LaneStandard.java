package org.shopscore.logistics.lane;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How long a carrier may take on a lane.
 *
 * @param validFrom    for what is paid and ready at this instant or later, until a later standard of the lane
 * @param pickupHours  from paid and ready until the carrier has the parcel
 * @param transitHours from that pickup until the buyer has it
 */
public record LaneStandard(
        Lane lane, Instant validFrom, int pickupHours, int transitHours, ServiceLevel level, Optional<Price> price) {

    /** Sixty days: nothing that is promised takes longer. */
    public static final int MOST_HOURS = 1_440;

    public LaneStandard {
        requireNonNull(lane, "lane");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(level, "level");
        requireHours("pickupHours", pickupHours);
        requireHours("transitHours", transitHours);
    }

    private static void requireHours(String name, int hours) {
        if (hours < 1 || hours > MOST_HOURS) {
            throw new IllegalArgumentException(name + " must be within 1 and " + MOST_HOURS + ", was " + hours);
        }
    }
}
