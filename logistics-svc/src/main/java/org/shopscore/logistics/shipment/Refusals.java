package org.shopscore.logistics.shipment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.shopscore.logistics.region.Region;
import org.shopscore.problem.FieldError;
import org.shopscore.problem.Refused;

/** Why a command on a shipment is not taken. */
final class Refusals {

    static Refused unknownShipment(ShipmentId id) {
        return new Refused(404, "unknown-shipment", "shop " + id.shopId() + " has no shipment " + id.shipmentId());
    }

    static Refused unknownOrders(String shopId, Collection<String> orderIds) {
        return new Refused(404, "unknown-order", "shop " + shopId + " has no order " + String.join(", ", orderIds))
                .with(
                        "errors",
                        orderIds.stream()
                                .map(orderId -> FieldError.of("orderIds", "must be orders of the shop", orderId))
                                .toList());
    }

    static Refused replacesOtherOrders(Consignment replaced, Consignment given) {
        var others = new TreeSet<>(given.orderIds());
        others.removeAll(replaced.orderIds());
        return Refused.field(
                409,
                "replaces-other-orders",
                "orderIds",
                "must be of the shipment that it replaces: " + String.join(", ", replaced.orderIds()),
                String.join(", ", others));
    }

    static Refused handedOver(Shipment shipment) {
        Instant pickedUpAt = shipment.milestones().pickedUpAt().orElseThrow();
        return new Refused(
                        409,
                        "shipment-handed-over",
                        "the carrier has had it since " + pickedUpAt + ": it cannot be cancelled")
                .with("state", shipment.state())
                .with("pickedUpAt", pickedUpAt);
    }

    static Refused shipmentDiffers(Consignment known, Consignment given) {
        var errors = new ArrayList<FieldError>();
        compare(errors, "carrier", known.waybill().carrier(), given.waybill().carrier());
        compare(errors, "waybill", known.waybill().number(), given.waybill().number());
        compare(errors, "orderIds", known.orderIds(), given.orderIds());
        compare(errors, "replaces", said(known.replaces()), said(given.replaces()));
        compare(
                errors,
                "from",
                said(known.from().map(Region::code)),
                said(given.from().map(Region::code)));
        compare(
                errors,
                "to",
                said(known.to().map(Region::code)),
                said(given.to().map(Region::code)));
        compare(errors, "shippedAt", said(known.shippedAt()), said(given.shippedAt()));
        return new Refused(
                        409,
                        "shipment-differs",
                        "the shipment exists with other facts; an edit names the version it is of in If-Match")
                .with("errors", errors);
    }

    private static Object said(Optional<?> value) {
        return value.<Object>map(Function.identity()).orElse("nothing");
    }

    private static void compare(List<FieldError> errors, String field, Object known, Object given) {
        if (!known.equals(given)) {
            errors.add(FieldError.of(field, "is " + known, given));
        }
    }

    private Refusals() {}
}
