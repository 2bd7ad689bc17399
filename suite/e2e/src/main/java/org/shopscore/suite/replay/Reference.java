package org.shopscore.suite.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts per seller and month of purchase, computed from the tables by someone else. */
record Reference(List<Row> rows) {

    /** Which measure, summed over all days, a column must equal. */
    static final Map<String, String> MEASURES = measures();

    record Row(String sellerId, YearMonth month, Map<String, Long> columns) {}

    static Reference read(Path folder) throws IOException {
        var faults = new ArrayList<String>();
        var needed = new ArrayList<>(List.of("seller_id", "month"));
        needed.addAll(MEASURES.keySet());
        var rows = new CsvFile(CsvFile.in(folder, "reference_seller_month"), needed.toArray(String[]::new))
                .read(Reference::row, faults::add);
        if (!faults.isEmpty()) {
            throw new BrokenLines(faults);
        }
        return new Reference(rows);
    }

    /** Per seller and measure, over the months of the selection. */
    Map<String, Map<String, Long>> expected(Selection selection) {
        var expected = new LinkedHashMap<String, Map<String, Long>>();
        rows.stream().filter(row -> selection.holdsWhole(row.month())).forEach(row -> {
            var sums = expected.computeIfAbsent(row.sellerId(), _ -> new LinkedHashMap<>());
            row.columns().forEach((column, amount) -> sums.merge(MEASURES.get(column), amount, Long::sum));
        });
        return expected;
    }

    private static Row row(Line line) {
        var columns = new LinkedHashMap<String, Long>();
        MEASURES.keySet().forEach(column -> columns.put(column, (long) line.whole(column)));
        return new Row(line.id("seller_id"), YearMonth.parse(line.text("month")), columns);
    }

    private static Map<String, String> measures() {
        var measures = new LinkedHashMap<String, String>();
        measures.put("orders", "order.paid");
        measures.put("handed_over", "pickup.done");
        measures.put("handed_over_on_time", "pickup.on-time");
        measures.put("delivered", "order.signed");
        measures.put("delivered_on_time_by_date", "delivery.on-time");
        measures.put("rated_signed", "review.orders-rated");
        measures.put("stars_first_signed", "review.stars");
        return measures;
    }
}
