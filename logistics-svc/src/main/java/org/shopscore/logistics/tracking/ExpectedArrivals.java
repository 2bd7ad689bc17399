package org.shopscore.logistics.tracking;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shopscore.logistics.order.OrderId;

/** When whole orders are likely to have come: with the last of their parcels. */
@ApplicationScoped
public class ExpectedArrivals {

    private record Estimated(OrderId order, Optional<Instant> at) {}

    private final TrackedRows rows;
    private final Arrivals arrivals;
    private final Clock clock;

    ExpectedArrivals(TrackedRows rows, Arrivals arrivals, Clock clock) {
        this.rows = rows;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** Of the orders of which somebody can say: of each parcel that is under way there must be an estimate. */
    public Uni<Map<OrderId, Instant>> of(Collection<OrderId> orders) {
        return Multi.createFrom()
                .iterable(orders)
                .onItem()
                .transformToUniAndConcatenate(this::estimated)
                .filter(estimated -> estimated.at().isPresent())
                .collect()
                .asList()
                .map(all -> all.stream()
                        .collect(Collectors.toMap(
                                Estimated::order, estimated -> estimated.at().orElseThrow())));
    }

    private Uni<Estimated> estimated(OrderId id) {
        Instant now = clock.instant();
        return rows.of(id)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToMultiAndConcatenate(order -> Multi.createFrom()
                                .iterable(order.parcels())
                                .onItem()
                                .transformToUniAndConcatenate(parcel -> arrivals.of(order, parcel, now)))
                        .collect()
                        .asList())
                .map(parcels -> new Estimated(id, last(parcels)));
    }

    private static Optional<Instant> last(List<Arrival> parcels) {
        return parcels.stream().anyMatch(Arrival.Unknown.class::isInstance)
                ? Optional.empty()
                : parcels.stream().flatMap(parcel -> likely(parcel).stream()).max(Instant::compareTo);
    }

    private static Optional<Instant> likely(Arrival arrival) {
        return switch (arrival) {
            case Arrival.FromHistory history -> Optional.of(history.likelyAt());
            case Arrival.FromLaneTime standard -> Optional.of(standard.latestAt());
            case Arrival.Unknown _, Arrival.NotExpected _ -> Optional.empty();
        };
    }
}
