package org.shopscore.aggregator.ingest.lane;

/** Somebody else has taken a partition since: nothing of the transaction was written. */
public final class Fenced extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Fenced(int expected, int owned) {
        super((expected - owned) + " of " + expected + " partitions have another owner", null, false, false);
    }
}
