package org.shopscore.logistics.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.region.Region;

/** An order as it is known now. */
@Schema(name = "Order")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record OrderView(
        @Schema(examples = "shop-7") String shopId,
        @Schema(examples = "order-1001") String orderId,
        State state,

        @Schema(description = "a valid paid order: no flag, not refunded within 60 s of its payment")
        boolean valid,

        @JsonUnwrapped Agreed agreed,
        @JsonUnwrapped Happened happened,

        @Schema(description = "the next limit that is open; absent when none is")
        Optional<Instant> nextDueAt,

        @Schema(description = "ids of disruptions for which the pickup counts neither as due nor as on time")
        SortedSet<String> pickupExcludedBy,

        @Schema(description = "the same for the delivery") SortedSet<String> deliveryExcludedBy,

        @Schema(description = "grows by one with each step; also the ETag", examples = "1")
        long version) {

    /** What the order was paid on. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Agreed(
            Instant paidAt,
            Instant pickupDueAt,
            Instant deliveryPromisedAt,
            SortedSet<Flag> flags,
            Kind kind,
            Optional<Instant> availableAt,
            Optional<String> from,
            Optional<String> to,
            Optional<String> carrier,
            Optional<String> buyerRef) {

        static Agreed of(Terms terms) {
            return new Agreed(
                    terms.paidAt(),
                    terms.pickupDueAt(),
                    terms.deliveryDueAt(),
                    new TreeSet<>(terms.flags()),
                    terms.kind(),
                    terms.availableAt(),
                    terms.route().from().map(Region::code),
                    terms.route().to().map(Region::code),
                    terms.route().carrier(),
                    terms.buyerRef());
        }
    }

    /** What has become of it. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Happened(
            @Schema(
                    description =
                            "how many parcels it needs, as far as declared; one sent in another's stead is none more")
            int parcels,

            Optional<Instant> pickedUpAt,
            Optional<Instant> signedAt,
            Optional<Instant> returnedAt,
            Optional<Instant> lostAt,
            Optional<Instant> cancelledAt,
            Optional<Instant> refundedAt,
            Optional<Instant> lostByForceMajeureAt) {

        static Happened of(Order order) {
            var account = order.account();
            return new Happened(
                    account.parcels().count(),
                    order.pickedUpAt(),
                    order.signedAt(),
                    account.parcels().returnedAt(),
                    account.parcels().lostAt(),
                    order.cancelledAt(),
                    account.reports().refundedAt(),
                    account.exclusions().lostByForceMajeureAt());
        }
    }

    static OrderView of(StoredOrder stored) {
        var order = stored.order();
        return new OrderView(
                stored.id().shopId(),
                stored.id().orderId(),
                State.of(order),
                order.account().isValid(),
                Agreed.of(order.account().terms()),
                Happened.of(order),
                OrderMeasures.nextDueAt(order),
                order.account().exclusions().pickupBy(),
                order.account().exclusions().deliveryBy(),
                stored.version());
    }
}
