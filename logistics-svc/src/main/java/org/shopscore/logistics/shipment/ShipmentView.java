package org.shopscore.logistics.shipment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.region.Region;

/** A shipment as it is known now. */
@Schema(name = "Shipment")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ShipmentView(
        @Schema(examples = "shop-7") String shopId,
        @Schema(examples = "parcel-1") String shipmentId,
        ShipmentState state,
        String carrier,
        String waybill,
        List<String> orderIds,
        Optional<String> replaces,
        Optional<String> from,
        Optional<String> to,
        Optional<Instant> shippedAt,

        @Schema(description = "the earliest scan that proves that the carrier had it")
        Optional<Instant> pickedUpAt,

        @Schema(description = "the earliest signature; a deposit in a locker or station is none")
        Optional<Instant> signedAt,

        Optional<Instant> returnedAt,
        Optional<Instant> lostAt,
        Optional<Instant> cancelledAt,
        Optional<Instant> lastScanAt,

        @Schema(description = "grows by one with each step; also the ETag", examples = "1")
        long version) {

    static ShipmentView of(StoredShipment stored) {
        var declared = stored.shipment().consignment();
        var reached = stored.shipment().milestones();
        return new ShipmentView(
                stored.id().shopId(),
                stored.id().shipmentId(),
                stored.shipment().state(),
                declared.waybill().carrier(),
                declared.waybill().number(),
                declared.orderIds(),
                declared.replaces(),
                declared.from().map(Region::code),
                declared.to().map(Region::code),
                declared.shippedAt(),
                reached.pickedUpAt(),
                reached.signedAt(),
                reached.returnedAt(),
                reached.lostAt(),
                reached.cancelledAt(),
                reached.lastScanAt(),
                stored.version());
    }
}
