package org.shopscore.logistics.order;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A step that an order is to make.
 *
 * @param at     when what is told happened
 * @param reason why amounts of the past are corrected, where that is more than a fact that became known
 * @param change gives the order after the step, which may be the same; empty when the order does not allow it any more
 */
public record OrderMove(
        OrderId id, Fact what, Instant at, Optional<String> reason, Function<Order, Optional<Order>> change) {

    /**
     * What takes the order out of the on-time measures from now on, all of it: what is left out excludes it no longer.
     *
     * @param at     when that was decided
     * @param reason what came or went, such as {@code disruption/d-7}
     */
    public static OrderMove excluded(OrderId id, Instant at, Exclusions now, String reason) {
        return new OrderMove(
                id,
                Fact.EXCLUDED,
                at,
                Optional.of(reason),
                order -> Optional.of(Order.of(order.account().with(now))));
    }

    /**
     * A parcel of the order was lost by nobody's fault, or was not after all.
     *
     * @param at     when that was decided
     * @param lostAt when it was lost; empty takes it back
     */
    public static OrderMove lostByForceMajeure(OrderId id, Instant at, Optional<Instant> lostAt) {
        return decided(id, Fact.LOST_BY_FORCE_MAJEURE, at, exclusions -> exclusions.lost(lostAt));
    }

    static OrderMove edited(OrderId id, Instant at, Terms terms) {
        return known(id, Fact.EDITED, at, order -> Order.of(order.account().with(terms)));
    }

    static OrderMove parcelsMoved(OrderId id, Instant at, Parcels parcels) {
        return known(
                id, Fact.PARCELS_MOVED, at, order -> Order.of(order.account().with(parcels)));
    }

    static OrderMove pickedUp(OrderId id, Instant at) {
        return known(id, Fact.PICKED_UP, at, order -> order.pickedUp(at));
    }

    static OrderMove signed(OrderId id, Instant at) {
        return known(id, Fact.SIGNED, at, order -> order.signed(at));
    }

    static OrderMove refunded(OrderId id, Instant at) {
        return known(id, Fact.REFUNDED, at, order -> order.refunded(at));
    }

    static OrderMove cancelled(OrderId id, Instant at) {
        return new OrderMove(id, Fact.CANCELLED, at, Fact.CANCELLED.reason(), order -> order.cancelled(at));
    }

    /** The limit that is next has passed. */
    static OrderMove duePassed(OrderId id, Instant due) {
        return known(id, Fact.DUE_PASSED, due, order -> order.passed(due.plus(1, ChronoUnit.MICROS)));
    }

    private static OrderMove known(OrderId id, Fact what, Instant at, UnaryOperator<Order> change) {
        return new OrderMove(id, what, at, what.reason(), order -> Optional.of(change.apply(order)));
    }

    private static OrderMove decided(OrderId id, Fact what, Instant at, UnaryOperator<Exclusions> change) {
        return known(id, what, at, order -> {
            var account = order.account();
            return Order.of(account.with(change.apply(account.exclusions())));
        });
    }
}
