package org.shopscore.logistics.tracking;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.order.State;
import org.shopscore.logistics.sql.Fields;

/** Reads orders with all their parcels, scans and open exceptions, in one round trip. */
@ApplicationScoped
class TrackedRows {

    /** More shops than this with one order id are not told apart by asking. */
    static final int MOST_SHOPS = 20;

    private static final String TRACKED = """
            select orders.key, orders.shop_id, orders.order_id, orders.state as order_state, paid_at, pickup_due_at,
              delivery_due_at, least(orders.picked_up_at, parcels_picked_up_at) as order_picked_up_at,
              least(orders.signed_at, parcels_signed_at) as order_signed_at,
              shipment.shipment_id, shipment.carrier, waybill, shipment.state, shipped_at, shipment.picked_up_at,
              shipment.signed_at, coalesce(shipment.from_region, orders.from_region) as from_region,
              coalesce(shipment.to_region, orders.to_region) as to_region,
              (select json_agg(json_build_array(at, status, incident, raw_code, text, region) order by at desc, status desc)
                from (select * from scan where scan.carrier = shipment.carrier and scan.waybill = shipment.waybill
                  order by at desc limit %d) as newest) as scans,
              (select json_agg(json_build_array(type, opened_at) order by opened_at) from shipment_exception as trouble
                where trouble.shipment_key = shipment.key and trouble.state in ('OPEN', 'IN_TRACE')) as troubles
            from orders left join shipment_order on order_key = orders.key
              left join shipment on shipment.key = shipment_key
            where orders.key %%s
            order by orders.key, shipment.key""".formatted(TrackedParcel.MOST_SCANS + 1);

    private static final String OF_SHOP = TRACKED.formatted("= $1");
    private static final String OF_ANY_SHOP =
            TRACKED.formatted("in (select key from orders where order_id = $1 order by key limit " + MOST_SHOPS + ")");

    private final Pool pool;

    TrackedRows(Pool pool) {
        this.pool = pool;
    }

    /** At most one. */
    Uni<List<Tracked>> of(OrderId id) {
        return read(OF_SHOP, id.key());
    }

    /** Those of all shops that have an order of this id, by shop. */
    Uni<List<Tracked>> ofAnyShop(String orderId) {
        return read(OF_ANY_SHOP, orderId);
    }

    private Uni<List<Tracked>> read(String sql, String key) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(key))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getString("key"), LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(TrackedRows::tracked)
                        .toList());
    }

    private static Tracked tracked(List<Row> rows) {
        var order = rows.getFirst();
        return new Tracked(
                order.getString("shop_id"),
                order.getString("order_id"),
                State.valueOf(order.getString("order_state")),
                Fields.instant(order, "paid_at"),
                Fields.instant(order, "pickup_due_at"),
                Fields.instant(order, "delivery_due_at"),
                Fields.maybeInstant(order, "order_picked_up_at"),
                Fields.maybeInstant(order, "order_signed_at"),
                rows.stream()
                        .filter(row -> row.getString("shipment_id") != null)
                        .map(TrackedParcel::of)
                        .toList());
    }
}
