package org.shopscore.logistics.shipment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.region.RegionCode;
import org.shopscore.logistics.waybill.CarrierCode;
import org.shopscore.logistics.waybill.Waybill;
import org.shopscore.logistics.waybill.WaybillNumber;
import org.shopscore.problem.FactId;
import org.shopscore.problem.Instants;

/** A parcel as the shop declares it. */
@Schema(name = "DeclaredShipment")
record ShipmentRequest(
        @NotNull(message = GIVEN) @CarrierCode @Schema(examples = "yto")
        String carrier,

        @NotNull(message = GIVEN) @WaybillNumber @Schema(examples = "YT2800000000000")
        String waybill,

        @NotNull(message = GIVEN)
        @Size(min = 1, max = 50, message = "must hold 1 to 50")
        @Schema(description = "whose goods are in it")
        List<@NotNull(message = GIVEN) @FactId String> orderIds,

        @Schema(description = "the id of the shipment in whose stead it was sent")
        Optional<@FactId String> replaces,

        @Schema(examples = "CN-3301") Optional<@RegionCode String> from,
        @Schema(examples = "CN-370112") Optional<@RegionCode String> to,
        Optional<Instant> shippedAt) {

    static final String GIVEN = "must be given";

    /** The request that declares this. */
    static ShipmentRequest of(Consignment declared) {
        return new ShipmentRequest(
                declared.waybill().carrier(),
                declared.waybill().number(),
                declared.orderIds(),
                declared.replaces(),
                declared.from().map(Region::code),
                declared.to().map(Region::code),
                declared.shippedAt());
    }

    /** @throws org.shopscore.problem.Refused when it cannot have left at that time */
    Consignment consignment(Instant now) {
        return new Consignment(
                new Waybill(carrier, waybill),
                orderIds,
                replaces,
                from.map(Region::new),
                to.map(Region::new),
                shippedAt.map(at -> Instants.past("shippedAt", at, now)));
    }
}
