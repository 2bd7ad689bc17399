package org.shopscore.logistics.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.logistics.carrier.performance.Stage;
import org.shopscore.logistics.lane.Lane;
import org.shopscore.logistics.order.State;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.shipment.ShipmentState;

/** An order with all its parcels, as one look into the tables finds it. */
record Tracked(
        String shopId,
        String orderId,
        State state,
        Instant paidAt,
        Instant pickupDueAt,
        Instant deliveryDueAt,
        Optional<Instant> pickedUpAt,
        Optional<Instant> signedAt,
        List<Parcel> parcels) {

    /**
     * @param lane    from where to where, as far as anyone told
     * @param reached when it first came to each stage
     * @param scans   the newest first
     * @param omitted whether there are older scans
     * @param troubles exceptions that are open, the oldest first
     */
    record Parcel(
            String shipmentId,
            String carrier,
            String waybill,
            ShipmentState state,
            Optional<Lane> lane,
            Map<Stage, Instant> reached,
            Optional<Instant> signedAt,
            List<Scan> scans,
            boolean omitted,
            List<Trouble> troubles) {

        Optional<Instant> pickedUpAt() {
            return Optional.ofNullable(reached.get(Stage.PICKED_UP));
        }
    }

    /** An exception that is open. */
    record Trouble(String type, Instant openedAt) {}
}
