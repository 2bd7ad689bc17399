package org.shopscore.aggregator.ingest.benchmark;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * How long it takes from a fact in the log until the compact lookup shows it, while the packaged service takes in a steady stream of
 * others, after a minute of the same; and what an event costs a service that keeps up. The fact is a verdict on a shop without orders,
 * which is worth 4.25 without and 4.00 with it. Run by {@code ./shopscore bench freshness}; {@code -Drate=} facts a second of
 * {@code -Dload=zipf:100000}, {@code -Dprobes=}.
 */
class FreshnessBenchmark {

    private static final int RATE = Integer.getInteger("rate", 30_000);
    private static final int PROBES = Integer.getInteger("probes", 500);
    private static final String[] LOAD =
            System.getProperty("load", "zipf:100000").split(":", -1);
    private static final int PROBE_SHOPS = 50;
    private static final int WARM_UP_SECONDS = Integer.getInteger("warmup", 60);
    private static final long POLL = 4_000_000;
    private static final long PATIENCE = 60_000_000_000L;

    @Test
    void eventToVisibleLookup() {
        try (var stores = new Stores()) {
            var service = stores.service();
            service.start();
            var facts = Load.of(LOAD[0], Integer.parseInt(LOAD[1]), Long.MAX_VALUE);
            try (var load = new PacedLoad(stores.log, facts, RATE)) {
                warmUp(service, load);
                awaitCaughtUp(service.http());
                var before = Busy.now(stores.platform, service.pid());
                probe(service, load);
                var busy = Busy.now(stores.platform, service.pid()).since(before);
                System.out.printf("freshness: %s; %.2f us of CPU an event%n", busy, busy.micros(RATE));
            }
            service.stop();
        }
    }

    /** Facts are looked for as they will be. */
    private static void warmUp(PackagedService service, PacedLoad load) {
        long until = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
        for (int i = 0; System.nanoTime() < until; i++) {
            boolean isJudged = i % 2 == 0;
            load.verdict("warm-up", isJudged ? 1 : -1);
            seen(service.http(), "warm-up", isJudged ? "4.00" : "4.25");
        }
    }

    /** A program that is not compiled yet falls behind. */
    private static void awaitCaughtUp(Http http) {
        long until = System.nanoTime() + PATIENCE;
        while (lag(http) > RATE / 10) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("it does not keep up: " + lag(http) + " records behind");
            }
            LockSupport.parkNanos(25 * POLL);
        }
    }

    private static long lag(Http http) {
        return http.ops("/ops/ingest").path("lag").asLong();
    }

    private static void probe(PackagedService service, PacedLoad load) {
        var fromHanded = new double[PROBES];
        var fromAcknowledged = new double[PROBES];
        double latest = 0;
        for (int i = 0; i < PROBES; i++) {
            boolean isJudged = i / PROBE_SHOPS % 2 == 0;
            String shopId = "probe-" + i % PROBE_SHOPS;
            var sent = load.verdict(shopId, isJudged ? 1 : -1);
            long seen = seen(service.http(), shopId, isJudged ? "4.00" : "4.25");
            fromHanded[i] = (seen - sent.handed()) / 1e6;
            fromAcknowledged[i] = (seen - sent.acknowledged()) / 1e6;
            latest = Math.max(latest, load.late() / 1e6);
        }
        say("from the producer's send", fromHanded);
        say("from the log's answer", fromAcknowledged);
        System.out.printf(
                "freshness: at %,d events/s; sender at most %.0f ms behind its plan; not yet taken in: %,d%n",
                RATE, latest, lag(service.http()));
    }

    private static long seen(Http http, String shopId, String published) {
        long until = System.nanoTime() + PATIENCE;
        while (!http.find("/v1/shops/" + shopId + "/score?form=compact")
                .path("provisional")
                .path("published")
                .asText()
                .equals(published)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(shopId + " does not become " + published);
            }
            LockSupport.parkNanos(POLL);
        }
        return System.nanoTime();
    }

    private static void say(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "freshness: %-26s p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, most %.0f ms of %d%n",
                what,
                millis[PROBES / 2],
                millis[PROBES * 9 / 10],
                millis[PROBES * 99 / 100],
                millis[PROBES - 1],
                PROBES);
    }
}
