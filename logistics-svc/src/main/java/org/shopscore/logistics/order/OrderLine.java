package org.shopscore.logistics.order;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.shopscore.logistics.bulk.Parts;
import org.shopscore.logistics.bulk.line.Columns;
import org.shopscore.problem.FactId;
import org.shopscore.problem.Instants;
import org.shopscore.problem.ShopId;

/**
 * A line of a file of orders: an order, and what else is known of it.
 *
 * @param told in the order in which such facts come
 */
record OrderLine(OrderId id, Offer offer, List<OrderMove> told) {

    /** Whose order it is. */
    record Name(
            @NotNull(message = OrderRequest.GIVEN) @ShopId String shopId,
            @NotNull(message = OrderRequest.GIVEN) @FactId String orderId) {

        static Name of(OrderId id) {
            return new Name(id.shopId(), id.orderId());
        }

        OrderId id() {
            return new OrderId(shopId, orderId);
        }
    }

    /** What may have become of it, each fact by the instant that its own request would tell. */
    record Facts(
            Optional<Instant> pickedUpAt,
            Optional<Instant> signedAt,
            Optional<Instant> cancelledAt,
            Optional<Instant> refundedAt) {

        /**
         * What was told of the order as a whole, and not what its parcels make of it. A cancellation from after a told hand-over
         * is left out: it is void for ever, and told with it would be refused.
         */
        static Facts of(Reports told) {
            var handedOverAt = Earliest.of(told.pickedUpAt(), told.signedAt());
            return new Facts(
                    told.pickedUpAt(),
                    told.signedAt(),
                    told.cancelledAt()
                            .filter(at -> handedOverAt.filter(at::isAfter).isEmpty()),
                    told.refundedAt());
        }

        /** @throws org.shopscore.problem.Refused when one of them cannot have happened then */
        List<OrderMove> told(OrderId id, Instant now) {
            var told = new ArrayList<OrderMove>();
            add(told, id, OrderMove::pickedUp, "pickedUpAt", pickedUpAt, now);
            add(told, id, OrderMove::signed, "signedAt", signedAt, now);
            add(told, id, OrderMove::cancelled, "cancelledAt", cancelledAt, now);
            add(told, id, OrderMove::refunded, "refundedAt", refundedAt, now);
            return told;
        }

        private static void add(
                List<OrderMove> told,
                OrderId id,
                BiFunction<OrderId, Instant, OrderMove> fact,
                String field,
                Optional<Instant> at,
                Instant now) {
            at.map(given -> Instants.past(field, given, now))
                    .map(past -> fact.apply(id, past))
                    .ifPresent(told::add);
        }
    }

    static final Columns COLUMNS =
            Parts.columns(Set.of("shopId", "orderId", "paidAt"), List.of(Name.class, OrderRequest.class, Facts.class));
}
