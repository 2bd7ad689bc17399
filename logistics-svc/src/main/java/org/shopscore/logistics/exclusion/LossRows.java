package org.shopscore.logistics.exclusion;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.logistics.incident.IncidentMeasures;
import org.shopscore.logistics.incident.record.IncidentColumns;
import org.shopscore.logistics.order.OrderId;

/** Reads since when force majeure has kept orders' parcels from the buyer. */
final class LossRows {

    private record Loss(String orderKey, Instant at) {}

    private static final String OF_ORDERS = "select order_key, " + IncidentColumns.ALL
            + " from shipment_order join shipment_exception using (shipment_key)"
            + " where order_key = any($1) and fault = 'FORCE_MAJEURE'";

    /** The first loss of each order; an order without any is left out. */
    static Uni<Map<String, Instant>> of(SqlConnection connection, Collection<OrderId> orders) {
        return connection
                .preparedQuery(OF_ORDERS)
                .execute(Tuple.of(orders.stream().map(OrderId::key).toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .flatMap(LossRows::loss)
                        .collect(Collectors.toMap(Loss::orderKey, Loss::at, LossRows::earlier)));
    }

    private static Stream<Loss> loss(Row row) {
        var incident = IncidentColumns.stored(row).incident();
        return IncidentMeasures.lostByForceMajeureAt(incident)
                .map(at -> new Loss(row.getString("order_key"), at))
                .stream();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private LossRows() {}
}
