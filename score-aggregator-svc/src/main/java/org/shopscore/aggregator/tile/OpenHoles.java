package org.shopscore.aggregator.tile;

import java.time.Duration;
import java.time.Instant;

/** How holes in a lane's numbers are told to people. */
public final class OpenHoles {

    /** A hole older than this is an alarm, and the shops of its partition are shown as incomplete. */
    public static final Duration TOLERATED = Duration.ofSeconds(60);

    /** @param why "missing" or "quarantined" */
    public static String reason(String source, String why, long events, Instant since) {
        return events + (events == 1 ? " event of " : " events of ") + source + (events == 1 ? " is " : " are ") + why
                + " since " + since;
    }

    private OpenHoles() {}
}
