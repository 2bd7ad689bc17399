package org.shopscore.logistics.order;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.metric.Announcement;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.OrderFacts;

/**
 * A step of an order on its way into the table and onto the log.
 *
 * @param at      when the step happened
 * @param reason  why amounts of the past are corrected, where that is more than a fact that became known
 * @param before  empty for an order that is new
 * @param kept    what was sent for the order until now
 * @param version that the step makes
 */
record OrderChange(
        OrderId id,
        Fact what,
        Instant at,
        Optional<String> reason,
        Optional<Order> before,
        Contribution kept,
        Order after,
        long version) {

    static OrderChange placed(OrderId id, Terms terms) {
        return new OrderChange(
                id,
                Fact.PAID,
                terms.paidAt(),
                Fact.PAID.reason(),
                Optional.empty(),
                Contribution.none(),
                Order.paid(terms),
                1);
    }

    /** Empty when the step changes nothing. */
    static Optional<OrderChange> of(StoredOrder stored, OrderMove move, Order after) {
        return after.equals(stored.order())
                ? Optional.empty()
                : Optional.of(new OrderChange(
                        stored.id(),
                        move.what(),
                        move.at(),
                        move.reason(),
                        Optional.of(stored.order()),
                        stored.kept(),
                        after,
                        stored.version() + 1));
    }

    StoredOrder stored() {
        return new StoredOrder(id, after, contribution(), version);
    }

    OrderStep step() {
        return new OrderStep(id, what, at, before, after);
    }

    Contribution contribution() {
        return OrderMeasures.of(after);
    }

    Stream<Announcement> announcements() {
        return Stream.concat(events(), facts());
    }

    /** Nothing when the contribution is what was sent already. */
    private Stream<MetricEvent> events() {
        return MetricEvent.all(id.shopId(), at, id.ref(), reason, contribution().minus(kept)).stream();
    }

    /** Nothing when other services know it all already. */
    private Stream<OrderFacts> facts() {
        var now = facts(after);
        boolean known = before.map(this::facts).filter(now::equals).isPresent();
        return known ? Stream.empty() : Stream.of(now);
    }

    private OrderFacts facts(Order order) {
        var account = order.account();
        return new OrderFacts(
                id.shopId(), id.orderId(), account.terms().paidAt(), account.isValid(), order.signedAt(), version);
    }
}
