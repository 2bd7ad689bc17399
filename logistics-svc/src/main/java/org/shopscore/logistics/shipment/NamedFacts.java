package org.shopscore.logistics.shipment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.order.Orders;

/** Looks whether what a shipment names is there: its orders, which it locks, and the shipment that it replaces. */
@ApplicationScoped
class NamedFacts {

    private final Orders orders;
    private final ShipmentQueries queries;

    NamedFacts(Orders orders, ShipmentQueries queries) {
        this.orders = orders;
        this.queries = queries;
    }

    /** @throws org.shopscore.problem.Refused 404 when something is not there, 409 when it replaces a parcel with other goods */
    Uni<Void> require(SqlConnection connection, ShipmentId id, Consignment given) {
        var named = given.orderIds().stream()
                .map(orderId -> new OrderId(id.shopId(), orderId))
                .toList();
        return orders.lock(connection, named)
                .invoke(known -> requireAll(id, named, known.keySet()))
                .chain(() -> requireReplaced(id, given));
    }

    static void requireAll(ShipmentId id, List<OrderId> named, Collection<OrderId> known) {
        var unknown = named.stream()
                .filter(order -> !known.contains(order))
                .map(OrderId::orderId)
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusals.unknownOrders(id.shopId(), unknown);
        }
    }

    /** What is replaced may be edited meanwhile: then it is no longer in the same chain, and both are needed. */
    private Uni<Void> requireReplaced(ShipmentId id, Consignment given) {
        if (given.replaces().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return queries.find(new ShipmentId(id.shopId(), given.replaces().get()))
                .invoke(replaced -> requireGoodsOf(replaced.shipment().consignment(), given))
                .replaceWithVoid();
    }

    static void requireGoodsOf(Consignment replaced, Consignment given) {
        if (!replaced.orderIds().containsAll(given.orderIds())) {
            throw Refusals.replacesOtherOrders(replaced, given);
        }
    }
}
