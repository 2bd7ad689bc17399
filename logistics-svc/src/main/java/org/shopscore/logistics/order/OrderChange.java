package org.shopscore.logistics.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.metric.Announcement;
import org.shopscore.metric.Change;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.OrderFacts;

/**
 * What a step of an order announces.
 *
 * @param at     when the step happened
 * @param before empty for an order that is new
 * @param kept   what was sent for the order until now
 */
record OrderChange(OrderId id, Instant at, Optional<Order> before, Contribution kept, Order after) {

    Contribution contribution() {
        return OrderMeasures.of(after);
    }

    /** @param version that the step makes */
    List<Announcement> announcements(long version) {
        return Stream.<Announcement>concat(events().stream(), facts(version).stream())
                .toList();
    }

    /** Nothing when the contribution is what was sent already. */
    List<MetricEvent> events() {
        Contribution difference = contribution().minus(kept);
        return difference.isEmpty()
                ? List.of()
                : List.of(MetricEvent.of(id.shopId(), latest(difference), id.ref(), difference));
    }

    /** Nothing when other services know it all already. */
    private List<OrderFacts> facts(long version) {
        var now = facts(after, version);
        boolean known =
                before.map(order -> facts(order, version)).filter(now::equals).isPresent();
        return known ? List.of() : List.of(now);
    }

    /** An event's time is never before a day it counts for: a correction may move a later fact. */
    private Instant latest(Contribution difference) {
        return Stream.concat(Stream.of(at), difference.changes().stream().map(Change::anchoredAt))
                .max(Instant::compareTo)
                .orElse(at);
    }

    private OrderFacts facts(Order order, long version) {
        var account = order.account();
        return new OrderFacts(
                id.shopId(), id.orderId(), account.terms().paidAt(), account.isValid(), order.signedAt(), version);
    }
}
