package org.shopscore.logistics.exclusion.task;

import java.time.Instant;
import java.util.Optional;
import org.shopscore.logistics.order.Order;

/**
 * How long the legs of an order were under way.
 *
 * @param paidAt      when both began
 * @param pickupEnd   when it was picked up, or should have been, whichever was first
 * @param deliveryEnd when it was signed for, or should have been, whichever was first
 */
public record Legs(Instant paidAt, Instant pickupEnd, Instant deliveryEnd) {

    public static Legs of(Order order) {
        var terms = order.account().terms();
        return new Legs(
                terms.paidAt(),
                first(order.pickedUpAt(), terms.pickupDueAt()),
                first(order.signedAt(), terms.deliveryDueAt()));
    }

    /** When the last of them ended. */
    public Instant end() {
        return pickupEnd.isAfter(deliveryEnd) ? pickupEnd : deliveryEnd;
    }

    /** Whether a part of these lies outside of the others. */
    boolean reachBeyond(Legs others) {
        return paidAt.isBefore(others.paidAt)
                || pickupEnd.isAfter(others.pickupEnd)
                || deliveryEnd.isAfter(others.deliveryEnd);
    }

    private static Instant first(Optional<Instant> done, Instant due) {
        return done.filter(due::isAfter).orElse(due);
    }
}
