package org.shopscore.suite.replay.scms;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shopscore.suite.replay.scms.Deliveries.Row;

/** The deliveries as orders, moved into the present, and what was set right on the way. */
final class VendorOrders {

    private final List<Row> rows;
    private final int weeks;
    private final Bounds bounds;

    VendorOrders(Deliveries deliveries, int weeks, Bounds bounds) {
        this.rows = deliveries.rows();
        this.weeks = weeks;
        this.bounds = bounds;
    }

    /** Those that can be sent. */
    List<VendorOrder> sendable() {
        return rows.stream()
                .map(VendorOrder::of)
                .map(order -> order.movedBy(weeks))
                .filter(bounds::hold)
                .toList();
    }

    /** How many rows each rule made orders of, or kept back. */
    Map<String, Integer> byRule() {
        var counts = new EnumMap<Rule, Integer>(Rule.class);
        for (Row row : rows) {
            var order = VendorOrder.of(row).movedBy(weeks);
            if (bounds.hold(order)) {
                count(counts, row, order);
            } else {
                counts.merge(Rule.OUTSIDE_THE_BOUNDS, 1, Integer::sum);
            }
        }
        var texts = new LinkedHashMap<String, Integer>();
        counts.forEach((rule, count) -> texts.put(rule.text(), count));
        return texts;
    }

    private static void count(Map<Rule, Integer> counts, Row row, VendorOrder order) {
        counts.merge(row.orderedOn().isPresent() ? Rule.PAID_WHEN_ORDERED : Rule.PAID_ON_FIRST_DAY, 1, Integer::sum);
        counts.merge(Rule.HANDED_OVER_AT_DELIVERY, 1, Integer::sum);
        if (order.paidOn().isAfter(order.deliveredOn())) {
            counts.merge(Rule.PAID_AFTER_DELIVERY, 1, Integer::sum);
        }
    }
}
