package org.shopscore.logistics.order;

/** The states of an order as the outside names them. */
public enum State {
    PAID,
    PICKED_UP,
    SIGNED,
    RETURNED,
    LOST,
    CANCELLED;

    public static State of(Order order) {
        return switch (order) {
            case Order.Paid _ -> PAID;
            case Order.PickedUp _ -> PICKED_UP;
            case Order.Signed _ -> SIGNED;
            case Order.Returned _ -> RETURNED;
            case Order.Lost _ -> LOST;
            case Order.Cancelled _ -> CANCELLED;
        };
    }
}
