package org.shopscore.logistics.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.Measures;

/** Everything an order contributes in the state it is in (measures.md, /logistics-svc). */
final class OrderMeasures {

    private static final List<Rule> RULES = List.of(
            OrderMeasures::paid,
            OrderMeasures::signed,
            OrderMeasures::pickup,
            OrderMeasures::pickupDue,
            OrderMeasures::deliveryDue);

    private interface Rule {
        Contribution of(Order order);
    }

    static Contribution of(Order order) {
        return RULES.stream().map(rule -> rule.of(order)).reduce(Contribution.none(), Contribution::plus);
    }

    /** The next instant after which a limit that is still open is broken. */
    static Optional<Instant> nextDueAt(Order order) {
        return Stream.of(Limit.pickup(order), Limit.delivery(order))
                .filter(Limit::isOpen)
                .map(Limit::due)
                .min(Instant::compareTo);
    }

    private static Contribution paid(Order order) {
        return order.account().isValid()
                ? one(order.account().terms().paidAt(), Measures.ORDER_PAID)
                : Contribution.none();
    }

    private static Contribution signed(Order order) {
        if (!order.account().isValid() || order.signedAt().isEmpty()) {
            return Contribution.none();
        }
        Instant at = order.signedAt().get();
        LocalDate nextDay = BusinessDay.of(order.account().terms().paidAt()).plusDays(1);
        return one(at, Measures.ORDER_SIGNED)
                .plus(at, Measures.DELIVERY_NEXT_DAY, BusinessDay.of(at).isAfter(nextDay) ? 0 : 1);
    }

    private static Contribution pickup(Order order) {
        Instant paidAt = order.account().terms().paidAt();
        return order.pickedUpAt()
                .map(at -> one(at, Measures.PICKUP_DONE)
                        .plus(at, Measures.PICKUP_SECONDS, PickupClock.seconds(paidAt, at)))
                .orElse(Contribution.none());
    }

    private static Contribution pickupDue(Order order) {
        return due(Limit.pickup(order), Measures.PICKUP_DUE, Measures.PICKUP_ON_TIME);
    }

    private static Contribution deliveryDue(Order order) {
        return due(Limit.delivery(order), Measures.DELIVERY_DUE, Measures.DELIVERY_ON_TIME);
    }

    private static Contribution due(Limit limit, String due, String onTime) {
        return limit.decidedAt()
                .map(at -> one(at, due).plus(at, onTime, limit.isKept() ? 1 : 0))
                .orElse(Contribution.none());
    }

    private static Contribution one(Instant at, String measure) {
        return Contribution.none().plus(at, measure, 1);
    }

    private OrderMeasures() {}
}
