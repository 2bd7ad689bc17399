package org.shopscore.logistics.order;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.logistics.bulk.Collided;
import org.shopscore.metric.Announcement;

/** The orders of all shops, any number of them moved in one transaction: locked by key, saved, followed, announced. */
@ApplicationScoped
public class Orders {

    private static final String READ = "select " + OrderColumns.ALL + " from orders where key = any($1)";
    private static final String LOCKED = READ + " order by key for no key update";

    private final OrderParcels parcels;
    private final List<OrderListener> listeners;
    private final Clock clock;

    Orders(OrderParcels parcels, @All List<OrderListener> listeners, Clock clock) {
        this.parcels = parcels;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * Locks orders until the transaction ends; whoever locks shipments as well locks them first.
     *
     * @return those that exist
     */
    public Uni<Map<OrderId, Order>> lock(SqlConnection connection, Collection<OrderId> ids) {
        return locked(connection, ids)
                .map(stored -> stored.values().stream().collect(Collectors.toMap(StoredOrder::id, StoredOrder::order)));
    }

    /** The orders that exist, as the connection sees them; nothing is locked. */
    public Uni<Map<OrderId, Order>> read(SqlConnection connection, Collection<OrderId> ids) {
        return connection
                .preparedQuery(READ)
                .execute(Tuple.of(ids.stream().map(OrderId::key).toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .map(OrderColumns::stored)
                        .collect(Collectors.toMap(StoredOrder::id, StoredOrder::order)));
    }

    /**
     * Moves orders in the caller's transaction; what changes nothing leaves no trace, and an order that does not exist is
     * passed over.
     *
     * @param moves at most one an order
     * @return what the caller has to announce as the last statement of its transaction
     * @throws org.shopscore.problem.Refused 409 when an order does not allow its move any more
     */
    public Uni<List<Announcement>> move(SqlConnection connection, Collection<OrderMove> moves) {
        return locked(connection, moves.stream().map(OrderMove::id).toList())
                .chain(stored -> save(connection, changes(stored, moves)));
    }

    /**
     * Takes in that parcels of these orders have moved.
     *
     * @param at when they did
     * @return what the caller has to announce as the last statement of its transaction
     */
    public Uni<List<Announcement>> parcelsMoved(SqlConnection connection, Map<OrderId, Instant> at) {
        return locked(connection, at.keySet())
                .chain(stored -> parcels.of(connection, stored.keySet())
                        .map(now -> changes(stored, moves(now, at)))
                        .chain(changes -> save(connection, changes)));
    }

    Uni<Map<String, StoredOrder>> locked(SqlConnection connection, Collection<OrderId> ids) {
        return connection
                .preparedQuery(LOCKED)
                .execute(Tuple.of(ids.stream().map(OrderId::key).toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .map(OrderColumns::stored)
                        .collect(Collectors.toMap(
                                stored -> stored.id().key(), Function.identity(), (one, _) -> one, TreeMap::new)));
    }

    /** Places orders that nobody has placed yet. */
    Uni<List<Announcement>> insert(SqlConnection connection, List<OrderChange> orders) {
        return OrderRows.insert(connection, orders, clock.instant())
                .map(inserted -> orders.stream()
                        .filter(order -> inserted.contains(order.id().key()))
                        .toList())
                .chain(inserted -> follow(connection, inserted));
    }

    /**
     * Places orders that the caller has just looked for in vain, all of them.
     *
     * @throws Collided when somebody else has placed one meanwhile
     */
    Uni<List<Announcement>> insertAll(SqlConnection connection, List<OrderChange> orders) {
        if (orders.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return OrderRows.insert(connection, orders, clock.instant())
                .invoke(inserted -> Collided.unless(inserted.size() == orders.size()))
                .chain(() -> follow(connection, orders));
    }

    Uni<List<Announcement>> save(SqlConnection connection, List<OrderChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return OrderRows.update(connection, changes, clock.instant()).chain(() -> follow(connection, changes));
    }

    private static List<OrderMove> moves(Map<String, Parcels> now, Map<OrderId, Instant> at) {
        return at.entrySet().stream()
                .map(moved -> OrderMove.parcelsMoved(
                        moved.getKey(),
                        moved.getValue(),
                        now.getOrDefault(moved.getKey().key(), Parcels.NONE)))
                .toList();
    }

    private static List<OrderChange> changes(Map<String, StoredOrder> stored, Collection<OrderMove> moves) {
        return moves.stream()
                .flatMap(move -> Optional.ofNullable(stored.get(move.id().key())).stream()
                        .flatMap(order -> change(order, move).stream()))
                .sorted(Comparator.comparing(change -> change.id().key()))
                .toList();
    }

    static Optional<OrderChange> change(StoredOrder stored, OrderMove move) {
        Order after =
                move.change().apply(stored.order()).orElseThrow(() -> Refusals.handedOver(stored.order(), move.at()));
        return OrderChange.of(stored, move, after);
    }

    private Uni<List<Announcement>> follow(SqlConnection connection, List<OrderChange> changes) {
        var steps = changes.stream().map(OrderChange::step).toList();
        var own = changes.stream().flatMap(OrderChange::announcements);
        return Multi.createFrom()
                .iterable(steps.isEmpty() ? List.<OrderListener>of() : listeners)
                .onItem()
                .transformToUniAndConcatenate(listener -> listener.moved(connection, steps))
                .collect()
                .asList()
                .map(heard ->
                        Stream.concat(own, heard.stream().flatMap(List::stream)).toList());
    }
}
