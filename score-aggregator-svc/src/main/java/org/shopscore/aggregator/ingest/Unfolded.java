package org.shopscore.aggregator.ingest;

import java.time.Duration;

/** How much polls have added to a lane since it was last folded into its pages. */
final class Unfolded {

    /** Some four megabytes: whoever reads one shop's tiles looks through them. */
    private static final long MOST_TILES = 150_000;

    private long tiles;
    private long since = System.nanoTime();

    /** Whoever had the lane before may have left any number. */
    private boolean unknown = true;

    void added(int more) {
        if (tiles == 0) {
            since = System.nanoTime();
        }
        tiles += more;
    }

    boolean isDue(Duration every) {
        return unknown || tiles > MOST_TILES || (tiles > 0 && System.nanoTime() - since > every.toNanos());
    }

    long tiles() {
        return tiles;
    }

    /** What is added from now on waits for the next time. */
    void begun() {
        unknown = false;
        tiles = 0;
    }

    void failed() {
        unknown = true;
    }
}
