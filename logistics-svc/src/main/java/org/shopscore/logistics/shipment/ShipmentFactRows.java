package org.shopscore.logistics.shipment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanRows;
import org.shopscore.logistics.waybill.Waybill;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.outbox.FactRow;
import org.shopscore.outbox.FactRows;

/** The shipments as recount, reconcile and repair walk them. */
@ApplicationScoped
class ShipmentFactRows implements FactRows {

    private static final String PAGE =
            "select " + ShipmentColumns.ALL + " from shipment where key > $1 order by key limit $2";

    @Override
    public Uni<List<FactRow>> page(SqlConnection connection, String afterKey, int limit, boolean lock) {
        return connection
                .preparedQuery(lock ? PAGE + " for no key update" : PAGE)
                .execute(Tuple.of(afterKey, limit))
                .map(rows -> rows.stream().map(ShipmentColumns::stored).toList())
                .chain(shipments -> scans(connection, shipments)
                        .map(scans -> shipments.stream()
                                .map(stored -> factRow(stored, scans))
                                .toList()));
    }

    @Override
    public Uni<Void> keep(SqlConnection connection, String key, Contribution now) {
        return connection
                .preparedQuery("update shipment set contribution = $2 where key = $1")
                .execute(Tuple.of(key, EventJson.write(now)))
                .replaceWithVoid();
    }

    private static Uni<Map<Waybill, List<Scan>>> scans(SqlConnection connection, List<StoredShipment> shipments) {
        return ScanRows.known(
                connection,
                shipments.stream().map(ShipmentFactRows::waybill).distinct().toList());
    }

    private static FactRow factRow(StoredShipment stored, Map<Waybill, List<Scan>> scans) {
        var id = stored.id();
        var now = ShipmentMeasures.of(scans.getOrDefault(waybill(stored), List.of()));
        return new FactRow(id.key(), id.shopId(), id.ref(), stored.kept(), now);
    }

    private static Waybill waybill(StoredShipment stored) {
        return stored.shipment().consignment().waybill();
    }
}
