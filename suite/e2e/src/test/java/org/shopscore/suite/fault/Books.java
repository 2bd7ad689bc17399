package org.shopscore.suite.fault;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shopscore.suite.fact.CatchUp;
import org.shopscore.suite.fact.Wire;
import org.shopscore.suite.oracle.Ledger;
import org.shopscore.suite.oracle.WireStanding;

/** Compares what the aggregator answers with what the ledger says, to the last unit. */
public final class Books {

    private static final Duration ARRIVED_WITHIN = Duration.ofMinutes(5);
    private static final Duration EQUAL_WITHIN = Duration.ofMinutes(3);

    private final Wire wire;

    public Books(Wire wire) {
        this.wire = wire;
    }

    /** @return one line for each shop, day and measure that differs when nothing is on its way any more */
    public List<String> differences(Ledger ledger, List<String> shops) throws InterruptedException {
        ledger.settle(new WireStanding(wire));
        if (!new CatchUp(wire).within(ARRIVED_WITHIN)) {
            return List.of("after " + ARRIVED_WITHIN + " something is still on its way");
        }
        long giveUpAt = System.nanoTime() + EQUAL_WITHIN.toNanos();
        var differences = compare(ledger, shops);
        // Sweeps and the order facts' way to after-sales are on no counter.
        while (!differences.isEmpty() && System.nanoTime() < giveUpAt) {
            new CatchUp(wire).within(ARRIVED_WITHIN);
            differences = compare(ledger, shops);
        }
        return differences;
    }

    private List<String> compare(Ledger ledger, List<String> shops) throws InterruptedException {
        var expected = ledger.oracle().measures(Instant.now());
        var differences = new ArrayList<String>();
        for (String shop : shops) {
            try {
                compare(shop, expected.getOrDefault(shop, Map.of()), measures(shop), differences);
            } catch (IOException e) {
                differences.add(shop + ": cannot be read: " + e);
            }
        }
        return differences;
    }

    private static void compare(
            String shop,
            Map<LocalDate, Map<String, Long>> expected,
            Map<LocalDate, Map<String, Long>> found,
            List<String> differences) {
        var days = new TreeSet<>(expected.keySet());
        days.addAll(found.keySet());
        for (LocalDate day : days) {
            var here = expected.getOrDefault(day, Map.of());
            var there = found.getOrDefault(day, Map.of());
            if (!here.equals(there)) {
                differences.add(shop + " " + day + ": expected " + here + ", found " + there);
            }
        }
    }

    private Map<LocalDate, Map<String, Long>> measures(String shop) throws IOException, InterruptedException {
        var today = LocalDate.now(java.time.ZoneOffset.ofHours(8));
        var path = "/v1/shops/" + shop + "/measures?from=" + today.minusDays(60) + "&to=" + today.plusDays(60);
        var days = new TreeMap<LocalDate, Map<String, Long>>();
        var reply = wire.get(wire.suite().aggregator().http(), path);
        reply.json().path("days").forEach(day -> {
            var measures = new TreeMap<String, Long>();
            day.path("measures").properties().stream()
                    .filter(measure -> measure.getValue().asLong() != 0)
                    .forEach(measure ->
                            measures.put(measure.getKey(), measure.getValue().asLong()));
            if (!measures.isEmpty()) {
                days.put(LocalDate.parse(day.path("day").asText()), measures);
            }
        });
        return days;
    }
}
