package org.shopscore.logistics.exclusion;

/** What an order has to do with a region. */
enum Place {
    /** It is sent from there. */
    FROM,
    /** It is sent to there. */
    TO,
    /** A carrier scanned it there. */
    SCAN
}
