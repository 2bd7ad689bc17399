package org.shopscore.logistics.shipment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shopscore.logistics.order.OrderId;

/** Whose goods are in which parcel. */
@ApplicationScoped
public class ShipmentOrders {

    private static final String OF_SHIPMENTS =
            "select order_key, shipment_key from shipment_order where shipment_key = any($1) order by order_key";

    /** By the key of the shipment; an order with goods in several of them is there once for each. */
    public Uni<Map<String, List<OrderId>>> of(SqlConnection connection, Collection<ShipmentId> ids) {
        return connection
                .preparedQuery(OF_SHIPMENTS)
                .execute(Tuple.of(ids.stream().map(ShipmentId::key).toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getString("shipment_key"),
                                Collectors.mapping(ShipmentOrders::order, Collectors.toList()))));
    }

    private static OrderId order(Row row) {
        var key = row.getString("order_key").split("/", 2);
        return new OrderId(key[0], key[1]);
    }
}
