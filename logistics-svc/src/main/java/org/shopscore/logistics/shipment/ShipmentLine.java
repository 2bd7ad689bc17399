package org.shopscore.logistics.shipment;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shopscore.logistics.bulk.Parts;
import org.shopscore.logistics.bulk.line.Columns;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.problem.FactId;
import org.shopscore.problem.Instants;
import org.shopscore.problem.ShopId;

/**
 * A line of a file of shipments: a shipment, and what else is known of it.
 *
 * @param cancelledAt when the shop took it back
 */
record ShipmentLine(ShipmentId id, Consignment given, Optional<Instant> cancelledAt) {

    /** Whose shipment it is. */
    record Name(
            @NotNull(message = ShipmentRequest.GIVEN) @ShopId
            String shopId,

            @NotNull(message = ShipmentRequest.GIVEN) @FactId
            String shipmentId) {

        static Name of(ShipmentId id) {
            return new Name(id.shopId(), id.shipmentId());
        }

        ShipmentId id() {
            return new ShipmentId(shopId, shipmentId);
        }
    }

    /** What may have become of it, by the instant that its own request would tell. */
    record Facts(Optional<Instant> cancelledAt) {

        /** @throws org.shopscore.problem.Refused when it cannot have happened then */
        Optional<Instant> past(Instant now) {
            return cancelledAt.map(at -> Instants.past("cancelledAt", at, now));
        }
    }

    static final Columns COLUMNS = Parts.columns(
            Set.of("shopId", "shipmentId", "carrier", "waybill", "orderIds"),
            List.of(Name.class, ShipmentRequest.class, Facts.class));

    Stream<OrderId> orders() {
        return given.orderIds().stream().map(orderId -> new OrderId(id.shopId(), orderId));
    }

    /** This shipment and the one that it replaces. */
    Stream<ShipmentId> shipments() {
        return Stream.concat(
                Stream.of(id), given.replaces().stream().map(replaced -> new ShipmentId(id.shopId(), replaced)));
    }
}
