package org.shopscore.logistics.evidence;

/** Why a fact adds to a measure what it adds. */
public enum Why {
    COUNTED,
    /** Due, and not done in time. */
    LATE,
    /** Signed later than on the day after the payment. */
    AFTER_NEXT_DAY,
    /** No valid order: it bears a flag, or was refunded within 60 s of its payment. */
    NOT_VALID,
    /** Cancelled before it was done or due. */
    CANCELLED,
    /** Taken out by a regional disruption. */
    DISRUPTED,
    /** Lost by nobody's fault before it was done or due. */
    LOST_BY_FORCE_MAJEURE,
    /** Neither done nor past its time; it stands where it will count if nothing happens. */
    NOT_YET_DUE,
    /** Opened by mistake. */
    WITHDRAWN,
    /** Opened by a rule, and never so, as scans show that came late. */
    DISPROVED,
    /** An exception, but of a kind that the measure leaves out. */
    OTHER_KIND
}
