package org.shopscore.aggregator.ingest.arrival;

import java.util.Locale;

/** Why a record is set aside. */
public enum Reason {
    /** A header is missing or is not what the contract says. */
    BAD_HEADER,
    UNKNOWN_SOURCE,
    UNKNOWN_TYPE,
    /** Another shop's lane, or another subject than its key. */
    WRONG_LANE,
    /** Not JSON of the contract's shape, or outside its bounds. */
    BOUND_BROKEN,
    /** A measure that belongs to another source. */
    WRONG_OWNER,
    /** The source has invented more measures than are taken. */
    TOO_MANY_MEASURES,
    /** The sum of a window would leave its bounds. */
    OVERFLOW;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
