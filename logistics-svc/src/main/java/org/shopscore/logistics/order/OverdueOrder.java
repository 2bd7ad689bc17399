package org.shopscore.logistics.order;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;

/**
 * An order one of whose limits has passed.
 *
 * @param version that this step makes
 */
record OverdueOrder(OrderChange change, long version) {

    static OverdueOrder of(Row row, Instant now) {
        var order = OrderColumns.order(row);
        Instant due = OrderMeasures.nextDueAt(order).orElse(now);
        var change = new OrderChange(
                OrderColumns.id(row), due, Optional.of(order), OrderColumns.kept(row), order.passed(now));
        return new OverdueOrder(change, row.getLong("version") + 1);
    }
}
