package org.shopscore.logistics.shipment.desk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.shipment.ShipmentColumns;
import org.shopscore.logistics.shipment.ShipmentState;
import org.shopscore.logistics.shipment.ShipmentView;
import org.shopscore.logistics.sql.Where;
import org.shopscore.problem.PageToken;

/** Lists of shipments, by key. */
@ApplicationScoped
class ShipmentLists {

    private static final String DUE = """
            key in (select shipment_key from orders join shipment_order on order_key = orders.key
              where orders.next_due_at < ?)""";

    private static final String SILENT = """
            state in ('ANNOUNCED', 'PICKED_UP', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'READY_FOR_PICKUP', 'RETURNING')
              and (last_scan_at < ? or last_scan_at is null)""";

    private static final String EXCEPTION = """
            exists (select from shipment_exception where shipment_key = shipment.key and type = ?
              and shipment_exception.state in ('OPEN', 'IN_TRACE'))""";

    private final Pool pool;

    ShipmentLists(Pool pool) {
        this.pool = pool;
    }

    /** @param shop empty for all shops */
    Uni<ShipmentPage> page(Optional<String> shop, ShipmentListQuery query) {
        var where = where(shop, query);
        String sql = "select " + ShipmentColumns.ALL + " from shipment" + where.text() + " order by key limit "
                + where.value(query.pageSize + 1);
        return pool.preparedQuery(sql)
                .execute(where.values())
                .map(rows -> rows.stream().map(ShipmentColumns::view).toList())
                .map(found -> page(found, query.pageSize));
    }

    private static Where where(Optional<String> shop, ShipmentListQuery query) {
        var where = new Where()
                .and("key > ? || '/' and key < ? || '0'", shop)
                .and("carrier = ?", query.carrier)
                .and("waybill = ?", query.waybill.map(number -> number.toUpperCase(Locale.ROOT)))
                .and(SILENT, query.silentSince)
                .and(DUE, query.dueBefore)
                .and(EXCEPTION, query.exception.map(IncidentType::name))
                .and("key > ?", PageToken.read(query.pageToken, 1).map(List::getFirst));
        // Written out, so that the plan knows which of the states it is.
        query.state.map(ShipmentState::name).ifPresent(state -> where.and("state = '" + state + "'"));
        return where;
    }

    private static ShipmentPage page(List<ShipmentView> found, int pageSize) {
        if (found.size() <= pageSize) {
            return new ShipmentPage(found, Optional.empty());
        }
        var page = found.subList(0, pageSize);
        var last = page.getLast();
        return new ShipmentPage(page, Optional.of(PageToken.of(last.shopId() + "/" + last.shipmentId())));
    }
}
