package org.shopscore.logistics.carrier.performance;

/** A part of a parcel's way whose minutes are kept. */
public enum Leg {
    /** From the shop's word that it left until the carrier had it. */
    PICKUP(Stage.ANNOUNCED),
    /** From the pickup to the signature. */
    DELIVERY(Stage.PICKED_UP),
    ANNOUNCED_TO_SIGNATURE(Stage.ANNOUNCED),
    TRANSIT_TO_SIGNATURE(Stage.IN_TRANSIT),
    LOCAL_TO_SIGNATURE(Stage.ARRIVED_LOCAL),
    COURIER_TO_SIGNATURE(Stage.OUT_FOR_DELIVERY),
    LOCKER_TO_SIGNATURE(Stage.READY_FOR_PICKUP);

    private final Stage begins;

    Leg(Stage begins) {
        this.begins = begins;
    }

    /** From where its minutes run. */
    public Stage begins() {
        return begins;
    }

    /** What is left of the way of a parcel that has come as far as the stage. */
    public static Leg after(Stage stage) {
        return switch (stage) {
            case ANNOUNCED -> ANNOUNCED_TO_SIGNATURE;
            case PICKED_UP -> DELIVERY;
            case IN_TRANSIT -> TRANSIT_TO_SIGNATURE;
            case ARRIVED_LOCAL -> LOCAL_TO_SIGNATURE;
            case OUT_FOR_DELIVERY -> COURIER_TO_SIGNATURE;
            case READY_FOR_PICKUP -> LOCKER_TO_SIGNATURE;
        };
    }
}
