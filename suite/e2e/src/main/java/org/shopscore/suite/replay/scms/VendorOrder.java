package org.shopscore.suite.replay.scms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.shopscore.metric.BusinessDay;
import org.shopscore.suite.replay.scms.Deliveries.Row;

/** A delivery as an order of the vendor's shop. */
record VendorOrder(String vendor, String orderId, LocalDate paidOn, LocalDate promisedOn, LocalDate deliveredOn) {

    /** As the import names them. */
    static final List<String> COLUMNS =
            List.of("shopId", "orderId", "paidAt", "pickupDueAt", "deliveryPromisedDay", "pickedUpAt", "signedAt");

    static VendorOrder of(Row row) {
        var paidOn = row.orderedOn()
                .orElseGet(() -> Stream.concat(row.quotedOn().stream(), Stream.of(row.promisedOn(), row.deliveredOn()))
                        .min(LocalDate::compareTo)
                        .orElseThrow());
        return new VendorOrder(row.vendor(), row.id(), paidOn, row.promisedOn(), row.deliveredOn());
    }

    String shopId() {
        return VendorId.of(vendor);
    }

    VendorOrder movedBy(int weeks) {
        return new VendorOrder(
                vendor, orderId, paidOn.plusWeeks(weeks), promisedOn.plusWeeks(weeks), deliveredOn.plusWeeks(weeks));
    }

    Instant deliveredAt() {
        return deliveredOn.atTime(LocalTime.NOON).atZone(BusinessDay.ZONE).toInstant();
    }

    /** A day of the file is all there is: paid at its start, delivered at its noon. */
    List<String> cells() {
        var delivered = deliveredAt().toString();
        return List.of(
                shopId(),
                orderId,
                BusinessDay.start(paidOn).toString(),
                BusinessDay.end(promisedOn).toString(),
                promisedOn.toString(),
                delivered,
                delivered);
    }
}
