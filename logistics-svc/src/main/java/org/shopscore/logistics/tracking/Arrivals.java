package org.shopscore.logistics.tracking;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.shopscore.logistics.carrier.performance.Cell;
import org.shopscore.logistics.carrier.performance.Distribution;
import org.shopscore.logistics.carrier.performance.Leg;
import org.shopscore.logistics.carrier.performance.PerformanceRegions;
import org.shopscore.logistics.carrier.performance.Stage;
import org.shopscore.logistics.lane.Lane;
import org.shopscore.logistics.lane.LaneMemory;

/** When parcels will arrive, by the history of their lanes and by the lane table. */
@ApplicationScoped
class Arrivals {

    private final LaneHistory history;
    private final LaneMemory lanes;

    Arrivals(LaneHistory history, LaneMemory lanes) {
        this.history = history;
        this.lanes = lanes;
    }

    Uni<Arrival> of(Tracked order, Tracked.Parcel parcel, Instant now) {
        if (order.signedAt().isPresent() || !isUnderWay(parcel)) {
            return Uni.createFrom().item(new Arrival.NotExpected());
        }
        return parcel.lane()
                .map(lane -> history.of(cell(lane))
                        .map(legs -> Arrival.of(parcel.reached(), left(parcel, legs), dueAt(order, parcel, lane), now)))
                .orElseGet(() -> Uni.createFrom().item(new Arrival.Unknown()));
    }

    private static boolean isUnderWay(Tracked.Parcel parcel) {
        return switch (parcel.state()) {
            case ANNOUNCED, PICKED_UP, IN_TRANSIT, OUT_FOR_DELIVERY, READY_FOR_PICKUP -> true;
            case SIGNED, RETURNING, RETURNED, LOST, CANCELLED -> false;
        };
    }

    private static Distribution left(Tracked.Parcel parcel, Map<Leg, Distribution> legs) {
        return Arrival.latest(parcel.reached())
                .map(stage -> legs.get(Leg.after(stage)))
                .orElse(Distribution.NONE);
    }

    /** By the standard that held when the order was paid. */
    private Optional<Instant> dueAt(Tracked order, Tracked.Parcel parcel, Lane lane) {
        Instant pickedUpAt = parcel.reached().getOrDefault(Stage.PICKED_UP, order.pickupDueAt());
        return lanes.standard(lane, order.paidAt())
                .map(standard -> pickedUpAt.plus(Duration.ofHours(standard.transitHours())));
    }

    private static Cell cell(Lane lane) {
        return new Cell(lane.carrier(), PerformanceRegions.of(lane.from()), PerformanceRegions.of(lane.to()));
    }
}
