package org.shopscore.suite.replay;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shopscore.suite.fact.Wire;
import org.shopscore.suite.screen.Table;

/** Compares what the aggregator holds of each seller, over all days of the replay, with the reference. */
final class ReferenceCheck {

    /** @param differences one line each */
    record Result(String table, java.util.List<String> differences) {}

    private static final int MOST_DAYS = 400;

    private final Wire wire;
    private final LocalDate from;
    private final LocalDate to;

    /** Days as {@link Days} gives them: no fact of the replay may count outside. */
    ReferenceCheck(Wire wire, LocalDate from, LocalDate to) {
        this.wire = wire;
        this.from = from;
        this.to = to;
    }

    Result compare(Map<String, Map<String, Long>> expected) throws IOException, InterruptedException {
        var agreeing = new LinkedHashMap<String, Integer>();
        Reference.MEASURES.values().forEach(measure -> agreeing.put(measure, 0));
        var differences = new java.util.ArrayList<String>();
        for (var shop : expected.entrySet()) {
            var sums = sums(shop.getKey());
            shop.getValue().forEach((measure, amount) -> {
                long found = sums.getOrDefault(measure, 0L);
                if (found == amount) {
                    agreeing.merge(measure, 1, Integer::sum);
                } else {
                    differences.add(shop.getKey() + " " + measure + ": reference " + amount + ", suite " + found);
                }
            });
        }
        var table = new Table("column of the reference", "measure", "sellers", "agree");
        Reference.MEASURES.forEach(
                (column, measure) -> table.row(column, measure, expected.size(), agreeing.get(measure)));
        return new Result(table.text(), differences);
    }

    private Map<String, Long> sums(String shop) throws IOException, InterruptedException {
        var sums = new HashMap<String, Long>();
        for (var start = from; !start.isAfter(to); start = start.plusDays(MOST_DAYS)) {
            var end = start.plusDays(MOST_DAYS - 1);
            add(shop, start, end.isAfter(to) ? to : end, sums);
        }
        return sums;
    }

    private void add(String shop, LocalDate start, LocalDate end, Map<String, Long> sums)
            throws IOException, InterruptedException {
        var path = "/v1/shops/" + shop + "/measures?from=" + start + "&to=" + end;
        var reply = wire.get(wire.suite().aggregator().http(), path);
        reply.json()
                .path("days")
                .forEach(day -> day.path("measures")
                        .properties()
                        .forEach(measure ->
                                sums.merge(measure.getKey(), measure.getValue().asLong(), Long::sum)));
    }
}
