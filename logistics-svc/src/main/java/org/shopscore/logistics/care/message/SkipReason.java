package org.shopscore.logistics.care.message;

/** Why a buyer is not told of a stage. */
public enum SkipReason {
    TOO_OLD,
    ORDER_CANCELLED,
    OVERTAKEN,
    SWITCHED_OFF,
    OPTED_OUT
}
