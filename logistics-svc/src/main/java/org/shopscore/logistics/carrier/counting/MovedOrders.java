package org.shopscore.logistics.carrier.counting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shopscore.logistics.order.OrderListener;
import org.shopscore.logistics.order.OrderStep;
import org.shopscore.metric.MetricEvent;

/** Remembers that the parcels of orders are to be counted again: their promise, its passing and what excludes them are the orders'. */
@ApplicationScoped
class MovedOrders implements OrderListener {

    private static final String MARK = "insert into carrier_parcel_moved (shipment_key)"
            + " select distinct shipment_key from shipment_order where order_key = any($1)";

    @Override
    public Uni<List<MetricEvent>> moved(SqlConnection connection, List<OrderStep> steps) {
        var known = steps.stream()
                .filter(step -> step.before().isPresent())
                .map(step -> step.id().key())
                .toArray(String[]::new);
        return known.length == 0
                ? Uni.createFrom().item(List.of())
                : connection.preparedQuery(MARK).execute(Tuple.of(known)).replaceWith(List.of());
    }
}
