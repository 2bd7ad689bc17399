package org.shopscore.logistics.order;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.announcement.Announcing;
import org.shopscore.logistics.announcement.Announcing.Result;
import org.shopscore.problem.IfMatch;

/** What callers ask of one order, each command in a transaction of its own. */
@ApplicationScoped
class OrderCommands {

    /** An order after a command. */
    record Placed(StoredOrder order, boolean isNew) {}

    private static final String FIND = "select " + OrderColumns.ALL + " from orders where key = $1";

    private final Pool pool;
    private final Announcing announcing;
    private final Orders orders;
    private final Promises promises;
    private final Clock clock;

    OrderCommands(Pool pool, Announcing announcing, Orders orders, Promises promises, Clock clock) {
        this.pool = pool;
        this.announcing = announcing;
        this.orders = orders;
        this.promises = promises;
        this.clock = clock;
    }

    /** Takes in an order; the same order again changes nothing. */
    Uni<Placed> place(OrderId id, Offer offer) {
        return offer.complete()
                .map(terms -> insert(id, offer, terms))
                .orElseGet(() -> stored(id)
                        .chain(known -> known.map(order -> same(order, offer))
                                .orElseGet(() -> promises.complete(offer).chain(terms -> insert(id, offer, terms)))));
    }

    /** Gives an order other terms, if it still is as the caller knew it. */
    Uni<StoredOrder> edit(OrderId id, Offer offer, String ifMatch) {
        return promises.complete(offer)
                .chain(terms -> announcing.transaction(connection -> locked(connection, id)
                        .invoke(order -> IfMatch.require(ifMatch, order.version()))
                        .chain(order -> moved(connection, order, OrderMove.edited(id, clock.instant(), terms)))));
    }

    /** Takes in what became known of an order; what changes nothing leaves no trace. */
    Uni<StoredOrder> tell(OrderMove move) {
        return announcing.transaction(
                connection -> locked(connection, move.id()).chain(order -> moved(connection, order, move)));
    }

    Uni<StoredOrder> find(OrderId id) {
        return stored(id).map(order -> order.orElseThrow(() -> Refusals.unknownOrder(id)));
    }

    Uni<List<HistoryView.Step>> history(OrderId id) {
        return find(id).chain(_ -> pool.preparedQuery(HistoryView.STEPS).execute(Tuple.of(id.key())))
                .map(rows -> rows.stream().map(HistoryView::step).toList());
    }

    private Uni<Optional<StoredOrder>> stored(OrderId id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id.key()))
                .map(rows -> rows.stream().map(OrderColumns::stored).findFirst());
    }

    private Uni<StoredOrder> locked(SqlConnection connection, OrderId id) {
        return orders.locked(connection, List.of(id))
                .map(found -> Optional.ofNullable(found.get(id.key())).orElseThrow(() -> Refusals.unknownOrder(id)));
    }

    private Uni<Placed> insert(OrderId id, Offer offer, Terms terms) {
        var placed = OrderChange.placed(id, terms);
        return announcing
                .transaction(connection -> orders.insert(connection, List.of(placed))
                        .map(announced -> new Result<>(!announced.isEmpty(), announced)))
                .chain(isNew -> isNew
                        ? Uni.createFrom().item(new Placed(placed.stored(), true))
                        : find(id).chain(order -> same(order, offer)));
    }

    private static Uni<Placed> same(StoredOrder order, Offer offer) {
        offer.requireSame(order.order().account().terms());
        return Uni.createFrom().item(new Placed(order, false));
    }

    private Uni<Result<StoredOrder>> moved(SqlConnection connection, StoredOrder order, OrderMove move) {
        return Orders.change(order, move)
                .map(change -> orders.save(connection, List.of(change))
                        .map(announced -> new Result<>(change.stored(), announced)))
                .orElseGet(() -> Uni.createFrom().item(Result.silent(order)));
    }
}
