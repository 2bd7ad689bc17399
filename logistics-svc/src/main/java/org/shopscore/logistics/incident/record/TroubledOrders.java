package org.shopscore.logistics.incident.record;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.shopscore.logistics.order.OrderId;

/** The orders with a parcel whose incident nobody has settled, withdrawn or disproved yet. */
@ApplicationScoped
public class TroubledOrders {

    private static final String OF_ORDERS = """
            select distinct order_key from shipment_order join shipment_exception using (shipment_key)
             where order_key = any($1) and state in ('OPEN', 'IN_TRACE')""";

    /** Those of the orders. */
    public Uni<Set<OrderId>> of(SqlConnection connection, Collection<OrderId> ids) {
        return connection
                .preparedQuery(OF_ORDERS)
                .execute(Tuple.of(ids.stream().map(OrderId::key).toArray(String[]::new)))
                .map(rows -> {
                    var keys = rows.stream().map(row -> row.getString(0)).collect(Collectors.toSet());
                    return ids.stream().filter(id -> keys.contains(id.key())).collect(Collectors.toSet());
                });
    }
}
