package org.shopscore.logistics.care.follow;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.logistics.shipment.ShipmentStep;

/** Which stages a parcel brings its orders to. */
final class ShipmentStages {

    /** When it left the shop, for a parcel that is new: as the shop says, or by the first scan; empty when neither says. */
    static Optional<Instant> shippedAt(ShipmentStep step) {
        return step.after()
                .consignment()
                .shippedAt()
                .or(() -> step.newScans().stream().map(Scan::at).findFirst());
    }

    /** When a courier first set out with it towards the buyer; empty when this step brings nothing of it. */
    static Optional<Instant> outForDeliveryAt(ShipmentStep step) {
        Stream<Scan> scans = isTowardsTheBuyer(step) ? step.newScans().stream() : Stream.empty();
        return scans.filter(scan -> scan.status() == ScanStatus.OUT_FOR_DELIVERY)
                .map(Scan::at)
                .findFirst();
    }

    private static boolean isTowardsTheBuyer(ShipmentStep step) {
        return switch (step.after().state()) {
            case ANNOUNCED, PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY, READY_FOR_PICKUP, SIGNED -> true;
            case RETURNING, RETURNED, LOST, CANCELLED -> false;
        };
    }

    private ShipmentStages() {}
}
