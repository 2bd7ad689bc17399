package org.shopscore.logistics.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order as it is known now. */
@Schema(name = "Order")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OrderView(
        @Schema(examples = "shop-7") String shopId,
        @Schema(examples = "order-1001") String orderId,
        State state,

        @Schema(description = "a valid paid order: no flag, not refunded within 60 s of its payment")
        boolean valid,

        Instant paidAt,
        Instant pickupDueAt,
        Instant deliveryPromisedAt,
        SortedSet<Flag> flags,
        Optional<Instant> pickedUpAt,
        Optional<Instant> signedAt,
        Optional<Instant> cancelledAt,
        Optional<Instant> refundedAt,

        @Schema(description = "grows by one with each step", examples = "1")
        long version) {

    static OrderView of(OrderRow row) {
        var order = row.order();
        var terms = order.account().terms();
        return new OrderView(
                row.shopId,
                row.orderId,
                State.of(order),
                order.account().isValid(),
                terms.paidAt(),
                terms.pickupDueAt(),
                terms.deliveryDueAt(),
                new TreeSet<>(terms.flags()),
                order.pickedUpAt(),
                order.signedAt(),
                order.cancelledAt(),
                order.account().refundedAt(),
                row.version);
    }
}
