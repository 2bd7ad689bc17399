package org.shopscore.aggregator.ingest.lane;

import java.time.Duration;

/** How much polls have added to a lane since it was last folded into its pages. */
public final class Unfolded {

    /** Some four megabytes: whoever reads one shop's tiles looks through them. */
    private static final long MOST_TILES = 150_000;

    private long tiles;
    private long since = System.nanoTime();

    /** Whoever had the lane before may have left any number. */
    private boolean unknown = true;

    public void added(int more) {
        if (tiles == 0) {
            since = System.nanoTime();
        }
        tiles += more;
    }

    public boolean isDue(Duration every) {
        return unknown || tiles > MOST_TILES || (tiles > 0 && System.nanoTime() - since > every.toNanos());
    }

    public long tiles() {
        return tiles;
    }

    /** What is added from now on waits for the next time. */
    public void begun() {
        unknown = false;
        tiles = 0;
    }

    public void failed() {
        unknown = true;
    }
}
