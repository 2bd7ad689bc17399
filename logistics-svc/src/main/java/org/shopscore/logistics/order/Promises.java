package org.shopscore.logistics.order;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.shopscore.problem.Refused;

/** Gives an order the due times that it comes without, from what the carrier needs on its lane. */
@ApplicationScoped
class Promises {

    private final Instance<LaneTimes> lanes;

    Promises(Instance<LaneTimes> lanes) {
        this.lanes = lanes;
    }

    /** @throws Refused 400 when a due time is neither given nor known of the lane */
    Uni<Terms> complete(Offer offer) {
        return offer.complete()
                .map(terms -> Uni.createFrom().item(terms))
                .orElseGet(() ->
                        lane(offer).map(lane -> lane.map(offer::completedBy).orElseThrow(() -> missing(offer))));
    }

    private Uni<Optional<LaneTimes.LaneTime>> lane(Offer offer) {
        var route = offer.route();
        if (lanes.isUnsatisfied()
                || route.carrier().isEmpty()
                || route.from().isEmpty()
                || route.to().isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return lanes.get()
                .of(route.carrier().get(), route.from().get(), route.to().get(), offer.start());
    }

    private static Refused missing(Offer offer) {
        String field = offer.pickupDueAt().isEmpty() ? "pickupDueAt" : "deliveryPromisedAt";
        return Refused.field(
                400,
                "invalid-field",
                field,
                "must be given, because the times of the lane from, to, carrier are not known",
                "nothing");
    }
}
