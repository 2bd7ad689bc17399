package org.shopscore.logistics.shipment;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.shopscore.logistics.bulk.Parts;
import org.shopscore.logistics.bulk.line.Columns;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.problem.FactId;
import org.shopscore.problem.ShopId;

/** A line of a file of shipments. */
record ShipmentLine(ShipmentId id, Consignment given) {

    /** Whose shipment it is. */
    record Name(
            @NotNull(message = ShipmentRequest.GIVEN) @ShopId
            String shopId,

            @NotNull(message = ShipmentRequest.GIVEN) @FactId
            String shipmentId) {

        ShipmentId id() {
            return new ShipmentId(shopId, shipmentId);
        }
    }

    static final Columns COLUMNS = Parts.columns(
            Set.of("shopId", "shipmentId", "carrier", "waybill", "orderIds"),
            List.of(Name.class, ShipmentRequest.class));

    Stream<OrderId> orders() {
        return given.orderIds().stream().map(orderId -> new OrderId(id.shopId(), orderId));
    }

    /** This shipment and the one that it replaces. */
    Stream<ShipmentId> shipments() {
        return Stream.concat(
                Stream.of(id), given.replaces().stream().map(replaced -> new ShipmentId(id.shopId(), replaced)));
    }
}
