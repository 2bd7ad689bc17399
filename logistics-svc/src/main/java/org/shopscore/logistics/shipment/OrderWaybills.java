package org.shopscore.logistics.shipment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.waybill.Waybill;

/** The waybills of orders: of the parcels that were not taken back and in whose stead none was sent. */
@ApplicationScoped
public class OrderWaybills {

    private static final String OF_ORDERS = "select order_key, shipment_id, replaces, carrier, waybill"
            + " from shipment_order join shipment on shipment.key = shipment_key"
            + " where order_key = any($1) and cancelled_at is null order by shipment_key";

    /** Orders without any are left out. */
    public Uni<Map<OrderId, List<Waybill>>> of(SqlConnection connection, Collection<OrderId> ids) {
        return connection
                .preparedQuery(OF_ORDERS)
                .execute(Tuple.of(ids.stream().map(OrderId::key).toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                OrderWaybills::order,
                                Collectors.collectingAndThen(Collectors.toList(), OrderWaybills::waybills))));
    }

    private static List<Waybill> waybills(List<Row> shipments) {
        var replaced = shipments.stream()
                .map(row -> row.getString("replaces"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return shipments.stream()
                .filter(row -> !replaced.contains(row.getString("shipment_id")))
                .map(row -> new Waybill(row.getString("carrier"), row.getString("waybill")))
                .toList();
    }

    private static OrderId order(Row row) {
        var key = row.getString("order_key").split("/", 2);
        return new OrderId(key[0], key[1]);
    }
}
