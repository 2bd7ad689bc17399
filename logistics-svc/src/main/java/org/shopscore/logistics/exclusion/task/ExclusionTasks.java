package org.shopscore.logistics.exclusion.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.shipment.ShipmentId;

/** Has exclusions of orders looked at again after the caller's transaction, soon and at least once; nothing here waits for a lock. */
public final class ExclusionTasks {

    private static final String OF_ORDERS = "insert into exclusion_task (order_key) select unnest($1::text[])";

    private static final String OF_SHIPMENTS = """
            insert into exclusion_task (order_key)
            select shop_id || '/' || order_id from shipment, unnest(order_ids) order_id where key = any($1)""";

    public static Uni<Void> ofOrders(SqlConnection connection, Collection<OrderId> orders) {
        return add(connection, OF_ORDERS, orders.stream().map(OrderId::key).toArray(String[]::new));
    }

    /** Of the orders whose goods are in the shipments. */
    public static Uni<Void> ofShipments(SqlConnection connection, Collection<ShipmentId> shipments) {
        return add(
                connection,
                OF_SHIPMENTS,
                shipments.stream().map(ShipmentId::key).toArray(String[]::new));
    }

    private static Uni<Void> add(SqlConnection connection, String sql, String[] keys) {
        return keys.length == 0
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(sql).execute(Tuple.of(keys)).replaceWithVoid();
    }

    private ExclusionTasks() {}
}
