package org.shopscore.logistics.shipment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.shopscore.logistics.order.OrderParcels;
import org.shopscore.logistics.order.Parcels;

/** What the shipments of orders come to. */
@ApplicationScoped
class ShipmentParcels implements OrderParcels {

    private static final String OF_ORDERS = "select order_key, " + ShipmentColumns.ALL
            + " from shipment_order join shipment on shipment.key = shipment_key where order_key = any($1)";

    @Override
    public Uni<Map<String, Parcels>> of(SqlConnection connection, Collection<String> orderKeys) {
        return connection
                .preparedQuery(OF_ORDERS)
                .execute(Tuple.of(orderKeys.toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getString("order_key"),
                                Collectors.collectingAndThen(
                                        Collectors.mapping(ShipmentParcels::parcel, Collectors.toList()),
                                        Chains::parcels))));
    }

    private static Parcel parcel(Row row) {
        return Parcel.of(row.getString("shipment_id"), ShipmentColumns.shipment(row));
    }
}
