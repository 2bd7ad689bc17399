package org.shopscore.logistics.incident.rule;

import java.time.Duration;

/**
 * How long a parcel may take on its lane before that is an incident; exactly as long is no incident.
 *
 * @param noScan    from one scan to the next
 * @param inTransit from the pickup until it is with the buyer, at a station, or on its way back
 */
public record Patience(Duration noScan, Duration inTransit) {

    public Patience {
        requirePositive("noScan", noScan);
        requirePositive("inTransit", inTransit);
    }

    static Patience ofHours(long noScan, long inTransit) {
        return new Patience(Duration.ofHours(noScan), Duration.ofHours(inTransit));
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " must be longer than nothing, was " + duration);
        }
    }
}
