package org.shopscore.logistics.carrier.counting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.shopscore.logistics.shipment.ShipmentListener;
import org.shopscore.logistics.shipment.ShipmentStep;
import org.shopscore.metric.MetricEvent;

/** Remembers, in the transaction that moves it, that a parcel is to be counted again. */
@ApplicationScoped
public class MovedParcels implements ShipmentListener {

    private static final String MARK = "insert into carrier_parcel_moved (shipment_key) select unnest($1::text[])";

    @Override
    public Uni<List<MetricEvent>> moved(SqlConnection connection, List<ShipmentStep> steps) {
        return mark(connection, steps.stream().map(step -> step.id().key()).toList())
                .replaceWith(List.of());
    }

    /** For whatever else a parcel's figures are made of. */
    public Uni<Void> mark(SqlConnection connection, Collection<String> shipmentKeys) {
        return connection
                .preparedQuery(MARK)
                .execute(Tuple.of(shipmentKeys.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
