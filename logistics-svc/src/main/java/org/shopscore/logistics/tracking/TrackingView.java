package org.shopscore.logistics.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.order.State;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.logistics.shipment.ShipmentState;

/** Where an order's parcels are and when they will arrive. */
@Schema(name = "Tracking")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TrackingView(
        String shopId,
        String orderId,
        State state,
        Instant paidAt,
        Instant pickupDueAt,
        Instant deliveryPromisedAt,
        Optional<Instant> pickedUpAt,
        Optional<Instant> signedAt,
        List<Parcel> parcels) {

    @Schema(name = "TrackedParcel")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Parcel(
            String shipmentId,
            String carrier,
            String waybill,
            ShipmentState state,
            Optional<Instant> pickedUpAt,
            Optional<Instant> signedAt,
            ArrivalView arrival,
            List<OpenException> openExceptions,

            @Schema(description = "the newest first, without personal data")
            List<ScanLine> scans,

            @Schema(description = "whether there are older scans than those shown")
            boolean olderScans) {}

    @Schema(name = "TrackedScan")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ScanLine(Instant at, ScanStatus status, Optional<Incident> incident, String text, Optional<String> region) {}

    @Schema(name = "TrackedException")
    record OpenException(String type, Instant openedAt) {}

    /** @param arrivals of the parcels, in their order */
    static TrackingView of(Tracked order, List<Arrival> arrivals) {
        return new TrackingView(
                order.shopId(),
                order.orderId(),
                order.state(),
                order.paidAt(),
                order.pickupDueAt(),
                order.deliveryDueAt(),
                order.pickedUpAt(),
                order.signedAt(),
                IntStream.range(0, arrivals.size())
                        .mapToObj(i -> parcel(order.parcels().get(i), arrivals.get(i)))
                        .toList());
    }

    private static Parcel parcel(Tracked.Parcel parcel, Arrival arrival) {
        return new Parcel(
                parcel.shipmentId(),
                parcel.carrier(),
                parcel.waybill(),
                parcel.state(),
                parcel.pickedUpAt(),
                parcel.signedAt(),
                ArrivalView.of(arrival),
                parcel.troubles().stream()
                        .map(trouble -> new OpenException(trouble.type(), trouble.openedAt()))
                        .toList(),
                parcel.scans().stream().map(TrackingView::line).toList(),
                parcel.omitted());
    }

    private static ScanLine line(Scan scan) {
        return new ScanLine(
                scan.at(),
                scan.status(),
                scan.incident(),
                scan.text(),
                scan.region().map(Region::code));
    }
}
