package org.shopscore.aggregator.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.memory.KnownSums;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.aggregator.tile.page.ManyTiles;
import org.shopscore.aggregator.tile.page.Reload;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Measures;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/**
 * Redis is emptied beside many shops and a service at rest: how long until it holds all of them again, while batches are looked up. Before,
 * what the process holds in memory for a shop. Run by {@code ./shopscore bench refill}; {@code -Dshops=} changes how many, half of them active.
 */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "durability", value = "DURABLE"),
            @ResourceArg(name = "database", value = "refill_benchmark")
        },
        restrictToAnnotatedClass = true)
class RefillBenchmark {

    private static final int SHOPS = Integer.getInteger("shops", 1_000_000);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Longer than from one look for what is left to the next. */
    private static final Duration REST = Duration.ofSeconds(3);

    /** Between two batches, so that it is not the one who looks up that keeps the machine busy. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MEASURED = List.of(
            "order.paid",
            "order.signed",
            "review.orders-rated",
            "review.stars",
            "pickup.due",
            "pickup.on-time",
            "delivery.due",
            "delivery.on-time",
            "pickup.seconds");

    private final Random random = new Random(7);
    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource
    URI service;

    @TestHTTPResource(management = true)
    URI management;

    @Inject
    Pool pool;

    @Inject
    Redis redis;

    @Inject
    MeasureBook book;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    @Test
    void secondsUntilRedisHoldsAllShopsAgain() throws Exception {
        long before = used();
        fill();
        Reload.all(management);
        assertThat(Await.within(PATIENCE, () -> isWhole() && held() >= SHOPS && isAtRest()))
                .isTrue();
        System.out.printf("refill: %,d shops, %d bytes of heap each%n", SHOPS, (used() - before) / SHOPS);
        Map<String, String> known = published(shops());

        redis.send(Request.cmd(Command.FLUSHALL)).await().atMost(PATIENCE);
        long start = System.nanoTime();
        int batches = 0;
        do {
            assertThat(published(List.copyOf(known.keySet()))).isEqualTo(known);
            batches++;
            Thread.sleep(PAUSE);
        } while (!isWhole() || held() < SHOPS);
        System.out.printf(
                "refill: %,d shops in Redis again after %.1f s; %d batches of 500 looked up meanwhile, each whole and right%n",
                SHOPS, (System.nanoTime() - start) / 1e9, batches);
    }

    private void fill() {
        MeasureIds ids = book.register(MEASURED.stream()
                        .collect(Collectors.toMap(
                                name -> name, name -> Measures.ownerOf(name).orElseThrow())))
                .await()
                .atMost(PATIENCE);
        short[] measures = new short[MEASURED.size()];
        for (int at = 0; at < measures.length; at++) {
            measures[at] = ids.named(MEASURED.get(at)).orElseThrow().id();
        }
        LocalDate today = BusinessDay.of(clock.instant());
        new ManyTiles(pool).store(SHOPS, today.minusDays(1), today, (shop, day, tile) -> add(measures, shop, tile));
    }

    private static void add(short[] measures, int shop, Amounts tile) {
        for (int at = 0; at < measures.length; at++) {
            tile.add(measures[at], 20 + (shop + at) % 7);
        }
    }

    private List<String> shops() {
        var shops = new ArrayList<String>();
        while (shops.size() < 500) {
            shops.add(ManyTiles.shopId(random.nextInt(SHOPS)));
        }
        return shops;
    }

    /** By shop; each has to be answered. */
    private Map<String, String> published(List<String> shops) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve("/v1/scores:batchGet"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of("shopIds", shops))))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        var published = new HashMap<String, String>();
        JSON.readTree(answer.body())
                .path("scores")
                .forEach(score -> published.put(
                        score.path("shopId").asText(),
                        score.path("provisional").path("published").asText()));
        return published;
    }

    /** Nothing is left to be told: the owner of a partition that it has just taken scores and tells all of its shops once. */
    private boolean isAtRest() {
        long before = rounds();
        LockSupport.parkNanos(REST.toNanos());
        return rounds() == before;
    }

    private long rounds() {
        return meters.get("aggregator.poll.time")
                .tag("step", "announce")
                .timer()
                .count();
    }

    private boolean isWhole() {
        Request mget = Request.cmd(Command.MGET);
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            mget.arg("score:whole:1-" + KnownSums.MEASURES + ":" + lane);
        }
        var marks = redis.send(mget).await().atMost(PATIENCE);
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            if (marks.get(lane) == null) {
                return false;
            }
        }
        return true;
    }

    private long held() {
        return redis.send(Request.cmd(Command.DBSIZE)).await().atMost(PATIENCE).toLong();
    }

    private static long used() {
        for (int times = 0; times < 3; times++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
