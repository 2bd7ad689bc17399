package org.shopscore.logistics.order;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.shopscore.outbox.Outbox;

/** The orders of all shops: each command loads, moves, saves and announces in one transaction. */
@ApplicationScoped
class Orders {

    /** An order after a command. */
    record Placed(OrderRow row, boolean isNew) {}

    private final Outbox outbox;
    private final Clock clock;

    Orders(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes in an order; the same order again changes nothing. */
    Uni<Placed> place(OrderId id, Terms terms) {
        return Panache.withTransaction(
                        () -> locked(id).chain(row -> row == null ? create(id, terms) : same(row, terms)))
                // Two callers placed it at once: the key let one of them, and the other finds it now.
                .onFailure(ConstraintViolationException.class)
                .retry()
                .atMost(1);
    }

    /** Takes in what became known of an order; what changes nothing leaves no trace. */
    Uni<OrderRow> tell(OrderId id, Fact fact, Instant at) {
        return Panache.withTransaction(() -> locked(id).chain(row -> move(known(row, id), fact, at)));
    }

    @WithSession
    Uni<OrderRow> find(OrderId id) {
        return OrderRow.<OrderRow>findById(id.key()).map(row -> known(row, id));
    }

    @WithSession
    Uni<List<OrderHistoryRow>> history(OrderId id) {
        return find(id).chain(row -> OrderHistoryRow.list("step.orderKey = ?1 order by step.version", row.key));
    }

    private static Uni<OrderRow> locked(OrderId id) {
        return OrderRow.findById(id.key(), LockModeType.PESSIMISTIC_WRITE);
    }

    private static OrderRow known(OrderRow row, OrderId id) {
        if (row == null) {
            throw Refusals.unknownOrder(id);
        }
        return row;
    }

    private Uni<Placed> same(OrderRow row, Terms terms) {
        if (!row.terms().equals(terms)) {
            throw Refusals.orderDiffers(row.terms(), terms);
        }
        return Uni.createFrom().item(new Placed(row, false));
    }

    private Uni<Placed> create(OrderId id, Terms terms) {
        var row = OrderRow.of(id, terms);
        var change = new OrderChange(id, terms.paidAt(), Optional.empty(), row.kept(), Order.paid(terms));
        return save(row, change, Fact.PAID).map(saved -> new Placed(saved, true));
    }

    private Uni<OrderRow> move(OrderRow row, Fact fact, Instant at) {
        Order before = row.order();
        Order after = fact.on(before, at).orElseThrow(() -> Refusals.handedOver(before, at));
        if (after.equals(before)) {
            return Uni.createFrom().item(row);
        }
        return save(row, new OrderChange(row.id(), at, Optional.of(before), row.kept(), after), fact);
    }

    private Uni<OrderRow> save(OrderRow row, OrderChange change, Fact fact) {
        row.take(change.after(), change.contribution());
        return row.<OrderRow>persist()
                .chain(() ->
                        OrderHistoryRow.of(row, change, fact, clock.instant()).persist())
                .chain(Panache::getSession)
                .chain(session -> outbox.append(session, change.announcements(row.version)))
                .replaceWith(row);
    }
}
