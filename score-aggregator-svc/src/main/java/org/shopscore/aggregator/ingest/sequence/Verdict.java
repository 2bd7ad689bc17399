package org.shopscore.aggregator.ingest.sequence;

/** What a number says about the event that bears it. */
public enum Verdict {
    NEW,
    DUPLICATE,
    /** The last number again, on another event: two lives of a database pass for one. */
    CLASH
}
