package org.shopscore.logistics.order;

/** What kind of goods were sold, which decides when they can leave. */
public enum Kind {
    NORMAL,
    /** Sold before they can be shipped. */
    PRESALE,
    /** Made or prepared for the buyer, or too large for a courier. */
    SPECIAL
}
