package org.shopscore.logistics.evidence;

import java.time.Instant;

/**
 * A fact in the list behind a measure.
 *
 * @param key of its row
 * @param ref its name in the events
 */
public record Entry(String key, String ref, Standing standing) {

    /** Where an entry stands in the list: by its instant, then by its key. */
    public record Place(Instant at, String key) {}

    Place place() {
        return new Place(standing.at(), key);
    }
}
