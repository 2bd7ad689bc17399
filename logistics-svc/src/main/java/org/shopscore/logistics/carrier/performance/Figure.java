package org.shopscore.logistics.carrier.performance;

/** What is counted of a carrier's parcels, each in the week in which it was decided. */
public enum Figure {
    /** Parcels the carrier had; by the pickup. */
    PICKED_UP,
    /** Of those picked up, parcels with an exception by the carrier's fault; by the pickup. */
    EXCEPTIONAL,
    /** Parcels signed for; by the signature. */
    DELIVERED,
    /** Parcels whose promise to the buyer is decided; by min(signed, due). */
    DUE,
    /** Of those due, parcels signed for in time. */
    ON_TIME,
    /** Parcels that a disruption or force majeure takes out of due and out of the hours; by min(signed, due). */
    EXCLUDED,
    /** Buyers who told what they think; by the signature, without one by the telling. */
    OPINIONS,
    /** 1 to 5 points each for the courier's attitude. */
    ATTITUDE_POINTS,
    /** 1 to 5 points each for the speed. */
    SPEED_POINTS,
    /** Of those who told, buyers whose parcel or its packaging was damaged. */
    DAMAGED
}
