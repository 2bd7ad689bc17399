package org.shopscore.suite.replay.scms;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.shopscore.metric.BusinessDay;
import org.shopscore.suite.command.BadData;
import org.shopscore.suite.fact.Wire;

/** What the lists behind the delivery measures say of each order of a shop. */
final class EvidenceLists {

    private static final int MOST_DAYS = 400;
    private static final int PAGE = 200;

    private static final class NoList extends BadData {
        NoList(String path, Wire.Reply reply) {
            super("logistics-svc answers " + reply.status() + " to " + path + ": " + reply.body());
        }
    }

    private final Wire wire;
    private final Bounds days;

    EvidenceLists(Wire wire, Bounds days) {
        this.wire = wire;
        this.days = days;
    }

    /** By order id; of those that were due. */
    Map<String, Outcome> outcomes(String shopId) throws IOException, InterruptedException {
        var onTime = new TreeMap<String, Long>();
        each(
                shopId,
                "delivery.on-time",
                fact -> onTime.put(orderId(fact), fact.path("amount").asLong()));
        var outcomes = new TreeMap<String, Outcome>();
        each(shopId, "delivery.due", fact -> {
            if (fact.path("amount").asLong() == 1) {
                outcomes.put(orderId(fact), outcome(fact, onTime.getOrDefault(orderId(fact), 0L) == 0));
            }
        });
        return outcomes;
    }

    private void each(String shopId, String measure, Consumer<JsonNode> fact) throws IOException, InterruptedException {
        for (var start = days.first(); !start.isAfter(days.last()); start = start.plusDays(MOST_DAYS)) {
            var end = start.plusDays(MOST_DAYS - 1);
            each(shopId, measure, start, end.isAfter(days.last()) ? days.last() : end, fact);
        }
    }

    private void each(String shopId, String measure, LocalDate from, LocalDate to, Consumer<JsonNode> fact)
            throws IOException, InterruptedException {
        var list =
                "/v1/shops/%s/evidence?measure=%s&from=%s&to=%s&pageSize=%d".formatted(shopId, measure, from, to, PAGE);
        var next = "";
        do {
            var page = page(next.isEmpty() ? list : list + "&pageToken=" + next);
            page.path("facts").forEach(fact);
            next = page.path("nextPageToken").asText("");
        } while (!next.isEmpty());
    }

    private JsonNode page(String path) throws IOException, InterruptedException {
        var reply = wire.get(wire.suite().logistics().http(), path);
        if (!reply.isGood()) {
            throw new NoList(path, reply);
        }
        return reply.json();
    }

    private static String orderId(JsonNode fact) {
        return fact.path("ref").asText().substring("order/".length());
    }

    private static Outcome outcome(JsonNode fact, boolean late) {
        return new Outcome(day(fact, "dueAt"), day(fact, "doneAt"), late);
    }

    private static LocalDate day(JsonNode fact, String field) {
        return BusinessDay.of(Instant.parse(fact.path(field).asText()));
    }
}
