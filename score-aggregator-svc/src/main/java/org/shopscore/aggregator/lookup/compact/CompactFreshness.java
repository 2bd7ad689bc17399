package org.shopscore.aggregator.lookup.compact;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a compact score can be trusted.
 *
 * @param source        where the sums were read
 * @param completeUntil up to when every mandatory feed is proven complete
 */
public record CompactFreshness(Source source, Optional<Instant> completeUntil, boolean isIncomplete) {

    /** Each with its number in the binary form. */
    public enum Source {
        MEMORY(0),
        REDIS(1),
        DATABASE(2),
        NONE(3);

        final int number;

        Source(int number) {
            this.number = number;
        }
    }
}
