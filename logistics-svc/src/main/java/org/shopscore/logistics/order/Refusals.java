package org.shopscore.logistics.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shopscore.logistics.region.Region;
import org.shopscore.problem.FieldError;
import org.shopscore.problem.Refused;

/** Why a command is not taken: the state it met, and what is allowed. */
final class Refusals {

    private static final String NOTHING = "nothing";

    static Refused unknownOrder(OrderId id) {
        return new Refused(404, "unknown-order", "shop " + id.shopId() + " has no order " + id.orderId());
    }

    static Refused orderDiffers(Terms known, Terms given) {
        var errors = new ArrayList<FieldError>();
        compare(errors, "paidAt", known.paidAt(), given.paidAt());
        compare(errors, "pickupDueAt", known.pickupDueAt(), given.pickupDueAt());
        compare(errors, "deliveryPromisedAt", known.deliveryDueAt(), given.deliveryDueAt());
        compare(errors, "flags", known.flags(), given.flags());
        compare(errors, "kind", known.kind(), given.kind());
        compare(errors, "availableAt", known.availableAt(), given.availableAt());
        compare(
                errors,
                "from",
                known.route().from().map(Region::code),
                given.route().from().map(Region::code));
        compare(
                errors,
                "to",
                known.route().to().map(Region::code),
                given.route().to().map(Region::code));
        compare(errors, "carrier", known.route().carrier(), given.route().carrier());
        compare(errors, "buyerRef", known.buyerRef(), given.buyerRef());
        return new Refused(
                        409,
                        "order-differs",
                        "the order exists with other facts; an edit names the version it is of in If-Match")
                .with("errors", errors);
    }

    static Refused handedOver(Order order, Instant cancelledAt) {
        Instant handedOverAt = order.account().handedOverAt().orElseThrow();
        return new Refused(
                        409,
                        "order-handed-over",
                        "an order handed over at " + handedOverAt + " cannot be cancelled at " + cancelledAt)
                .with("state", State.of(order))
                .with("handedOverAt", handedOverAt)
                .with("allowed", List.of("pickup", "signature", "refund", "cancellation before " + handedOverAt));
    }

    private static void compare(List<FieldError> errors, String field, Optional<?> known, Optional<?> given) {
        compare(
                errors,
                field,
                known.<Object>map(Function.identity()).orElse(NOTHING),
                given.<Object>map(Function.identity()).orElse(NOTHING));
    }

    private static void compare(List<FieldError> errors, String field, Object known, Object given) {
        if (!known.equals(given)) {
            errors.add(FieldError.of(field, "is " + known, given));
        }
    }

    private Refusals() {}
}
