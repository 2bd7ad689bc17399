package org.shopscore.suite.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.shopscore.suite.command.BadData;
import org.shopscore.suite.fact.Wire;

/** One reader who leafs through the lists behind a shop's measures, over thirty days. */
final class EvidencePages {

    /** In microseconds: pages that begin a list, which say what all of it adds up to, and those that follow. */
    record Seen(Histogram first, Histogram following) {}

    private static final class NoPage extends BadData {
        NoPage(Wire.Reply reply) {
            super("logistics-svc answers " + reply.status() + ": " + reply.body());
        }
    }

    private static final List<String> MEASURES = List.of(
            "order.paid",
            "order.signed",
            "pickup.due",
            "pickup.on-time",
            "pickup.done",
            "pickup.seconds",
            "delivery.due",
            "delivery.on-time",
            "delivery.next-day");
    private static final int PAGE = 50;
    private static final int FOLLOWING = 9;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Wire wire;
    private final String shopId;

    EvidencePages(Wire wire, String shopId) {
        this.wire = wire;
        this.shopId = shopId;
    }

    Seen read(int rounds) throws IOException, InterruptedException {
        var seen = new Seen(new Histogram(3), new Histogram(3));
        for (int round = 0; round < rounds; round++) {
            for (String measure : MEASURES) {
                leafThrough(list(measure), seen);
            }
        }
        return seen;
    }

    private void leafThrough(String list, Seen seen) throws IOException, InterruptedException {
        var next = page(list, seen.first);
        for (int n = 0; n < FOLLOWING && !next.isEmpty(); n++) {
            next = page(list + "&pageToken=" + next, seen.following);
        }
    }

    private String page(String path, Histogram answered) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var reply = wire.get(wire.suite().logistics().http(), path);
        answered.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
        if (!reply.isGood()) {
            throw new NoPage(reply);
        }
        return reply.json().path("nextPageToken").asText("");
    }

    private String list(String measure) {
        var today = LocalDate.now(ZONE);
        return "/v1/shops/%s/evidence?measure=%s&from=%s&to=%s&pageSize=%d"
                .formatted(shopId, measure, today.minusDays(29), today, PAGE);
    }
}
