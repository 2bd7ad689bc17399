package org.shopscore.logistics.shipment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.shopscore.logistics.order.OrderId;

/** Which shipments hold goods of which order: the same as the shipments say, to be found from the order's side. */
final class OrderLinks {

    private static final String FORGET = "delete from shipment_order where (order_key, shipment_key) in"
            + " (select * from unnest($1::text[], $2::text[]))";
    private static final String KEEP = "insert into shipment_order (order_key, shipment_key)"
            + " select * from unnest($1::text[], $2::text[]) on conflict do nothing";

    private final List<String> orders = new ArrayList<>();
    private final List<String> shipments = new ArrayList<>();

    static Uni<Void> keep(SqlConnection connection, List<ShipmentChange> changes) {
        var gone = new OrderLinks();
        var there = new OrderLinks();
        for (var change : changes) {
            if (!change.isOfSameOrders()) {
                change.before().ifPresent(gone::add);
                there.add(change.after());
            }
        }
        return gone.execute(connection, FORGET).chain(() -> there.execute(connection, KEEP));
    }

    private void add(StoredShipment stored) {
        for (String orderId : stored.shipment().consignment().orderIds()) {
            orders.add(new OrderId(stored.id().shopId(), orderId).key());
            shipments.add(stored.id().key());
        }
    }

    private Uni<Void> execute(SqlConnection connection, String sql) {
        return orders.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(sql)
                        .execute(Tuple.of(orders.toArray(String[]::new), shipments.toArray(String[]::new)))
                        .replaceWithVoid();
    }
}
