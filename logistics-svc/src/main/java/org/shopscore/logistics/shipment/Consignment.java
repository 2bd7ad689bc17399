package org.shopscore.logistics.shipment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.waybill.Waybill;

/**
 * What the shop declares of a parcel.
 *
 * @param orderIds  whose goods are in it, ascending: one order split over several parcels is named by each of them
 * @param replaces  the id of the shipment in whose stead this one was sent
 * @param shippedAt when the shop says that it left
 */
public record Consignment(
        Waybill waybill,
        List<String> orderIds,
        Optional<String> replaces,
        Optional<Region> from,
        Optional<Region> to,
        Optional<Instant> shippedAt) {

    public Consignment {
        requireNonNull(waybill, "waybill");
        orderIds = orderIds.stream().distinct().sorted().toList();
        if (orderIds.isEmpty()) {
            throw new IllegalArgumentException("a parcel must hold goods of at least one order");
        }
    }
}
