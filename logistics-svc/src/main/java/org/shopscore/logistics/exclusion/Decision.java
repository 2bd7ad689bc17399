package org.shopscore.logistics.exclusion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.logistics.exclusion.evidence.Evidence;
import org.shopscore.logistics.exclusion.evidence.Leg;
import org.shopscore.logistics.order.Exclusions;
import org.shopscore.logistics.order.Order;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.order.OrderMove;

/**
 * What keeps an order out of the measures, by all that is known.
 *
 * @param lostAt since when force majeure has kept a parcel from the buyer
 */
record Decision(List<Evidence> evidence, Optional<Instant> lostAt) {

    /** Empty when the order is excluded as it should be. */
    Optional<OrderMove> move(OrderId id, Order order, Instant now) {
        var before = order.account().exclusions();
        var after = new Exclusions(by(Leg.PICKUP), by(Leg.DELIVERY), lostAt);
        return disruption(before, after)
                .map(moved -> OrderMove.excluded(id, now, after, "disruption/" + moved))
                .or(() -> before.equals(after)
                        ? Optional.empty()
                        : Optional.of(OrderMove.lostByForceMajeure(id, now, lostAt)));
    }

    /** The first that comes or goes. */
    private static Optional<String> disruption(Exclusions before, Exclusions after) {
        return Stream.concat(
                        difference(before.pickupBy(), after.pickupBy()),
                        difference(before.deliveryBy(), after.deliveryBy()))
                .findFirst();
    }

    private SortedSet<String> by(Leg leg) {
        return evidence.stream()
                .filter(one -> one.leg() == leg)
                .map(Evidence::disruptionId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> difference(SortedSet<String> before, SortedSet<String> now) {
        return Stream.concat(
                now.stream().filter(id -> !before.contains(id)), before.stream().filter(id -> !now.contains(id)));
    }
}
