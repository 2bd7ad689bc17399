package org.shopscore.metric;

import java.time.Instant;
import java.util.Optional;

/**
 * A numbered sign of life in a lane: every change that the source committed to the lane before has a lower number.
 *
 * @param time           when it was appended: the lane is complete up to here once all lower numbers have arrived
 * @param oldestUnsentAt when the oldest event still waiting in the outbox was appended
 */
public record Heartbeat(Instant time, Optional<Instant> oldestUnsentAt) {

    public static final String TYPE = "org.shopscore.feed.v1";
}
