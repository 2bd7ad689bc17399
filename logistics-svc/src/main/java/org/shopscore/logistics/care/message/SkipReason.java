package org.shopscore.logistics.care.message;

/** Why a buyer is not told of a stage. */
public enum SkipReason {
    TOO_OLD,
    ORDER_CANCELLED,
    OVERTAKEN,
    /** Nothing is wrong with the order's parcels any more, or never was. */
    EXCEPTION_OVER,
    SWITCHED_OFF,
    OPTED_OUT
}
