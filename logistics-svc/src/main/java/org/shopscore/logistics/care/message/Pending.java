package org.shopscore.logistics.care.message;

import java.time.Instant;
import org.shopscore.logistics.care.stage.Reached;

/**
 * A message that waits, or is on its way.
 *
 * @param attempts at the provider, so far
 */
public record Pending(MessageKey key, Instant reachedAt, int attempts) {

    public Reached reached() {
        return new Reached(key.stage(), reachedAt);
    }
}
