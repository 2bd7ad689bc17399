package org.shopscore.logistics.order.desk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.order.OrderColumns;
import org.shopscore.logistics.order.OrderView;
import org.shopscore.logistics.order.State;
import org.shopscore.logistics.sql.Where;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.Refused;

/** Lists of orders: by key, or by the next open limit where limits are asked for. */
@ApplicationScoped
class OrderLists {

    private static final String CARRIER = """
            (carrier = ? or exists (select from shipment_order join shipment on shipment.key = shipment_key
              where order_key = orders.key and shipment.carrier = ?))""";

    private static final String EXCEPTION = """
            exists (select from shipment_order join shipment_exception using (shipment_key)
              where order_key = orders.key and type = ? and shipment_exception.state in ('OPEN', 'IN_TRACE'))""";

    private final Pool pool;

    OrderLists(Pool pool) {
        this.pool = pool;
    }

    /** @param shop empty for all shops */
    Uni<OrderPage> page(Optional<String> shop, OrderListQuery query) {
        var where = where(shop, query);
        String sql = "select " + OrderColumns.ALL + " from orders" + where.text()
                + (query.dueBefore.isPresent() ? " order by next_due_at, key" : " order by key")
                + " limit " + where.value(query.pageSize + 1);
        return pool.preparedQuery(sql)
                .execute(where.values())
                .map(rows -> rows.stream().map(OrderColumns::view).toList())
                .map(found -> page(found, query));
    }

    private static Where where(Optional<String> shop, OrderListQuery query) {
        var where = new Where()
                .and("shop_id = ?", shop)
                .and("key > ? || '/' and key < ? || '0'", shop)
                .and("next_due_at < ?", query.dueBefore)
                .and(CARRIER, query.carrier)
                .and(EXCEPTION, query.exception.map(IncidentType::name));
        // Written out, so that the plan knows which of the states it is.
        query.state.map(State::name).ifPresent(state -> where.and("state = '" + state + "'"));
        return query.dueBefore.isPresent() ? afterDue(where, query.pageToken) : afterKey(where, query.pageToken);
    }

    private static Where afterKey(Where where, String token) {
        return where.and("key > ?", PageToken.read(token, 1).map(List::getFirst));
    }

    private static Where afterDue(Where where, String token) {
        PageToken.read(token, 2)
                .ifPresent(last -> where.and("(next_due_at, key) > (?, ?)", instant(last, token), last.getLast()));
        return where;
    }

    private static Instant instant(List<String> last, String token) {
        try {
            return Instant.parse(last.getFirst());
        } catch (DateTimeException _) {
            throw Refused.field(400, "invalid-page-token", "pageToken", "must be one that this list has given", token);
        }
    }

    private static OrderPage page(List<OrderView> found, OrderListQuery query) {
        if (found.size() <= query.pageSize) {
            return new OrderPage(found, Optional.empty());
        }
        var page = found.subList(0, query.pageSize);
        return new OrderPage(page, Optional.of(token(page.getLast(), query)));
    }

    private static String token(OrderView last, OrderListQuery query) {
        String key = last.shopId() + "/" + last.orderId();
        return query.dueBefore.isPresent()
                ? PageToken.of(last.nextDueAt().orElseThrow().toString(), key)
                : PageToken.of(key);
    }
}
