package org.shopscore.logistics.shipment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.shopscore.metric.MetricEvent;

/**
 * Something that follows shipments: a bean of this type is called in the transaction that moved them, one bean after the
 * other, after their rows are saved and before their orders are moved and anything is announced.
 */
public interface ShipmentListener {

    /**
     * @param connection of the transaction: whatever is written on it is there with the shipments' change or not at all
     * @param steps      ascending by shipment key, each shipment once, also when only a scan was added to it
     * @return what else the transaction has to announce
     */
    Uni<List<MetricEvent>> moved(SqlConnection connection, List<ShipmentStep> steps);
}
