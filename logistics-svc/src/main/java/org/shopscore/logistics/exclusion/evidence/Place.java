package org.shopscore.logistics.exclusion.evidence;

/** What an order has to do with a region. */
public enum Place {
    /** It is sent from there. */
    FROM,
    /** It is sent to there. */
    TO,
    /** A carrier scanned it there. */
    SCAN
}
