package org.shopscore.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lanes that could not be written: left alone for three seconds, so that the others do not wait with them in every round. */
final class Resting {

    private static final Duration REST = Duration.ofSeconds(3);

    private final Map<Leases.Held, Long> since = new HashMap<>();

    /** @param nanos the time by {@link System#nanoTime} */
    void add(Collection<Leases.Held> stopped, long nanos) {
        stopped.forEach(lane -> since.put(lane, nanos));
    }

    /**
     * Those of the lanes that may be tried.
     *
     * @param nanos the time by {@link System#nanoTime}
     */
    List<Leases.Held> awake(List<Leases.Held> held, long nanos) {
        since.values().removeIf(start -> nanos - start >= REST.toNanos());
        return held.stream().filter(lane -> !since.containsKey(lane)).toList();
    }
}
