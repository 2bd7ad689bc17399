package org.shopscore.logistics.tracking;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.problem.Refused;

/** Looks an order's parcels up. */
@ApplicationScoped
class Tracking {

    private final TrackedRows rows;
    private final Arrivals arrivals;
    private final Clock clock;

    Tracking(TrackedRows rows, Arrivals arrivals, Clock clock) {
        this.rows = rows;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** @throws Refused 404 {@code unknown-order} */
    Uni<TrackingView> of(OrderId id) {
        return rows.of(id)
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> unknown("shop " + id.shopId() + " has no order " + id.orderId())))
                .chain(this::view);
    }

    /** @throws Refused 404 {@code unknown-order}, 409 {@code order-ambiguous} naming the shops when several have one */
    Uni<TrackingView> ofAnyShop(String orderId) {
        return rows.ofAnyShop(orderId).map(found -> single(orderId, found)).chain(this::view);
    }

    private Uni<TrackingView> view(Tracked order) {
        Instant now = clock.instant();
        return Multi.createFrom()
                .iterable(order.parcels())
                .onItem()
                .transformToUniAndConcatenate(parcel -> arrivals.of(order, parcel, now))
                .collect()
                .asList()
                .map(all -> TrackingView.of(order, all));
    }

    private static Tracked single(String orderId, List<Tracked> found) {
        if (found.isEmpty()) {
            throw unknown("no shop has an order " + orderId);
        }
        if (found.size() > 1) {
            throw new Refused(
                            409,
                            "order-ambiguous",
                            "several shops have an order " + orderId + ": name one of them as shopId")
                    .with("shopIds", found.stream().map(Tracked::shopId).toList());
        }
        return found.getFirst();
    }

    private static Refused unknown(String detail) {
        return new Refused(404, "unknown-order", detail);
    }
}
