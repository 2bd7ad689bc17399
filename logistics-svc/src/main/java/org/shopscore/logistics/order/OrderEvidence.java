package org.shopscore.logistics.order;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shopscore.logistics.evidence.Standing;
import org.shopscore.logistics.evidence.Why;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.Measures;

/** Where an order stands in each measure: what was announced for it, and why it was not more. */
final class OrderEvidence {

    static final String TAKEN_BACK = "REFUNDED_WITHIN_60_S";

    private interface Rule {
        Optional<Standing> of(Order order);
    }

    private static final Map<String, Rule> RULES = Map.ofEntries(
            entry(
                    Measures.ORDER_PAID,
                    order -> Optional.of(valid(order, order.account().terms().paidAt()))),
            entry(Measures.ORDER_SIGNED, order -> order.signedAt().map(at -> valid(order, at))),
            entry(Measures.DELIVERY_NEXT_DAY, order -> order.signedAt().map(at -> nextDay(order, at))),
            entry(Measures.PICKUP_DONE, order -> order.pickedUpAt().map(OrderEvidence::counted)),
            entry(Measures.PICKUP_SECONDS, order -> order.pickedUpAt().map(OrderEvidence::counted)),
            entry(Measures.PICKUP_DUE, order -> Optional.of(Leg.pickup(order).due())),
            entry(
                    Measures.PICKUP_ON_TIME,
                    order -> Optional.of(Leg.pickup(order).onTime())),
            entry(
                    Measures.DELIVERY_DUE,
                    order -> Optional.of(Leg.delivery(order).due())),
            entry(
                    Measures.DELIVERY_ON_TIME,
                    order -> Optional.of(Leg.delivery(order).onTime())));

    static final Set<String> MEASURES = RULES.keySet();

    /**
     * Empty when the order has nothing to do with the measure yet.
     *
     * @param kept what was announced for the order
     */
    static Optional<Standing> of(Order order, Contribution kept, String measure) {
        return RULES.get(measure).of(order).map(standing -> standing.adding(kept.amount(standing.at(), measure)));
    }

    private static Standing valid(Order order, Instant at) {
        return order.account().isValid() ? counted(at) : Standing.of(at, Why.NOT_VALID, faults(order));
    }

    private static List<String> faults(Order order) {
        var flags = new TreeSet<>(order.account().terms().flags())
                .stream().map(Flag::name).toList();
        return flags.isEmpty() ? List.of(TAKEN_BACK) : flags;
    }

    private static Standing nextDay(Order order, Instant at) {
        var lastDay = BusinessDay.of(order.account().terms().paidAt()).plusDays(1);
        boolean isLater = order.account().isValid() && BusinessDay.of(at).isAfter(lastDay);
        return isLater ? Standing.of(at, Why.AFTER_NEXT_DAY, List.of()) : valid(order, at);
    }

    /** What is due of an order, and what may take it out. */
    private record Leg(Order order, Limit limit, Collection<String> disruptions) {

        static Leg pickup(Order order) {
            return new Leg(
                    order, Limit.pickup(order), order.account().exclusions().pickupBy());
        }

        static Leg delivery(Order order) {
            return new Leg(
                    order, Limit.delivery(order), order.account().exclusions().deliveryBy());
        }

        Standing onTime() {
            return limit.decidedAt().isPresent() && !limit.isKept() ? standing(Why.LATE) : due();
        }

        Standing due() {
            if (limit.decidedAt().isPresent()) {
                return standing(Why.COUNTED);
            }
            if (limit.isOpen()) {
                return standing(Why.NOT_YET_DUE);
            }
            if (limit.excluded()) {
                return standing(Why.DISRUPTED);
            }
            boolean isCancelled = order.cancelledAt().equals(limit.voidedAt());
            return standing(isCancelled ? Why.CANCELLED : Why.LOST_BY_FORCE_MAJEURE);
        }

        private Standing standing(Why why) {
            var because = why == Why.DISRUPTED ? List.copyOf(disruptions) : List.<String>of();
            return Standing.of(limit.first(), why, because).due(limit.due(), limit.done());
        }
    }

    private static Standing counted(Instant at) {
        return Standing.of(at, Why.COUNTED, List.of());
    }

    private OrderEvidence() {}
}
