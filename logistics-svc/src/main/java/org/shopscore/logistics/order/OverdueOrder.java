package org.shopscore.logistics.order;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An order one of whose limits has passed. Each limit is a step and an event of its own, at its due instant.
 *
 * @param version that this step makes
 */
record OverdueOrder(OrderChange change, long version) {

    static OverdueOrder of(Row row) {
        var order = OrderColumns.order(row);
        Instant due = OrderMeasures.nextDueAt(order).orElseThrow();
        var change = new OrderChange(
                OrderColumns.id(row),
                due,
                Optional.of(order),
                OrderColumns.kept(row),
                order.passed(due.plus(1, ChronoUnit.MICROS)));
        return new OverdueOrder(change, row.getLong("version") + 1);
    }
}
