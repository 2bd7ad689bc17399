package org.shopscore.logistics.care.stage;

/** What a buyer is told of an order: six steps of its way, in this order, and two troubles that may befall it. */
public enum Stage {
    ORDERED,
    PAID,
    SHIPPED,
    PICKED_UP,
    OUT_FOR_DELIVERY,
    SIGNED,
    DELAYED,
    EXCEPTION;

    /** Whether it belongs to the way itself. */
    boolean isStep() {
        return switch (this) {
            case ORDERED, PAID, SHIPPED, PICKED_UP, OUT_FOR_DELIVERY, SIGNED -> true;
            case DELAYED, EXCEPTION -> false;
        };
    }
}
