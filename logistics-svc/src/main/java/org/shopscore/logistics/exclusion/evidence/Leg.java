package org.shopscore.logistics.exclusion.evidence;

/** A part of an order's way that has a limit of its own. */
public enum Leg {
    /** From the payment until the carrier has it. */
    PICKUP,
    /** From the payment until the buyer has it. */
    DELIVERY
}
