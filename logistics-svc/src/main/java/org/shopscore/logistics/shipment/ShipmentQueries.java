package org.shopscore.logistics.shipment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanRows;

/** What is known of one shipment. */
@ApplicationScoped
public class ShipmentQueries {

    private static final String FIND = "select " + ShipmentColumns.ALL + " from shipment where key = $1";

    private final Pool pool;

    ShipmentQueries(Pool pool) {
        this.pool = pool;
    }

    /** @throws org.shopscore.problem.Refused 404 {@code unknown-shipment} */
    public Uni<StoredShipment> find(ShipmentId id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id.key()))
                .map(rows -> rows.stream()
                        .map(ShipmentColumns::stored)
                        .findFirst()
                        .orElseThrow(() -> Refusals.unknownShipment(id)));
    }

    Uni<List<ShipmentHistoryView.Step>> history(ShipmentId id) {
        return find(id).chain(_ -> pool.preparedQuery(ShipmentHistoryView.STEPS).execute(Tuple.of(id.key())))
                .map(rows -> rows.stream().map(ShipmentHistoryView::step).toList());
    }

    /** All scans of its waybill, by time. */
    public Uni<List<Scan>> scans(ShipmentId id) {
        return find(id).map(stored -> stored.shipment().consignment().waybill())
                .chain(waybill -> pool.withConnection(connection -> ScanRows.known(connection, Set.of(waybill)))
                        .map(scans -> scans.getOrDefault(waybill, List.of())));
    }
}
