package org.shopscore.aggregator.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.score.ShopSums;
import org.shopscore.aggregator.score.Window;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.platform.PlatformResource;

/**
 * The compact lookup beside a bare Vert.x server that answers the same static bytes, by turns, and batches of 500 beside a Redis MGET of
 * the same values. 100,000 shops in memory. Run by {@code ./shopscore bench lookups}, which needs wrk.
 */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class LookupBenchmark {

    private static final int SHOPS = 100_000;
    private static final int BATCH = 500;
    private static final int REQUESTS = 64;
    private static final int ROUNDS = 3;
    private static final int TURNS = 3_000;

    @Inject
    ProvisionalScores scores;

    @Inject
    CompactAnswers answers;

    @Inject
    Clock clock;

    @TestHTTPResource
    URI service;

    private final Random random = new Random(5);

    @Test
    void lookupsAndBatches() throws Exception {
        announceAll();
        singles();
        batches();
    }

    private void announceAll() {
        var today = BusinessDay.of(clock.instant());
        var byLane = new HashMap<Integer, List<ShopSums>>();
        for (int i = 0; i < SHOPS; i++) {
            var sums = Window.example().with("complaint.on-time", i % 21);
            byLane.computeIfAbsent(Lane.of(shop(i)), _ -> new ArrayList<>()).add(new ShopSums(shop(i), sums));
        }
        byLane.forEach((lane, shops) -> scores.announce(lane, 1_000_000, 1, today, shops)
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely());
        for (int i = 0; i < SHOPS; i++) {
            assertThat(answers.inMemory(shop(i))).isPresent();
        }
    }

    private static String shop(int i) {
        return "shop-%08d".formatted(i);
    }

    private void singles() throws IOException, InterruptedException {
        String path = "/v1/shops/" + shop(4711) + "/score?form=compact";
        var found = (CompactAnswers.Answer.Found) answers.inMemory(shop(4711)).orElseThrow();
        try (var bare = BareServer.start(CompactRoute.body(found), found.line().tag())) {
            String ours = "http://127.0.0.1:" + service.getPort() + path;
            String theirs = "http://127.0.0.1:" + bare.port() + path;
            Wrk.run(ours, 5);
            Wrk.run(theirs, 5);
            for (int round = 1; round <= ROUNDS; round++) {
                var a = Wrk.run(ours, 8);
                var b = Wrk.run(theirs, 8);
                System.out.printf(
                        "lookups: round %d: %,.0f/s of %,.0f/s bare: %.2f; p99 %.2f ms, bare %.2f ms: %.2f times%n",
                        round,
                        a.perSecond(),
                        b.perSecond(),
                        a.perSecond() / b.perSecond(),
                        a.p99(),
                        b.p99(),
                        a.p99() / b.p99());
            }
        }
    }

    private void batches() throws IOException {
        var http = new ArrayList<byte[]>();
        var mget = new ArrayList<byte[]>();
        for (int i = 0; i < REQUESTS; i++) {
            var shops =
                    random.ints(BATCH, 0, SHOPS).mapToObj(LookupBenchmark::shop).toList();
            http.add(httpRequest(shops));
            mget.add(Resp.command("MGET", shops));
        }
        var platform = PlatformResource.platform();
        try (var toService = new RawClient("127.0.0.1", service.getPort());
                var toRedis = new RawClient("127.0.0.1", platform.ports().redis())) {
            fill(toRedis);
            int httpBytes = toService.lengthOfHttp(http.getFirst());
            int redisBytes = Resp.lengthOfArray(BATCH, item(0).length);
            var cpu = new Cpu(platform.redis().pid());
            for (int round = 0; round <= ROUNDS; round++) {
                double ours = cpu.microsEach(TURNS, i -> toService.ask(http.get(i % REQUESTS), httpBytes));
                double theirs = cpu.microsEach(TURNS, i -> toRedis.ask(mget.get(i % REQUESTS), redisBytes));
                System.out.printf(
                        "batches: %s: %.0f us of CPU each, MGET %.0f us: %.2f times its batches per CPU second%n",
                        round == 0 ? "warm-up" : "round " + round, ours, theirs, theirs / ours);
            }
        }
    }

    private void fill(RawClient redis) throws IOException {
        for (int i = 0; i < SHOPS; i++) {
            redis.ask(Resp.set(shop(i), item(i)), "+OK\r\n".length());
        }
    }

    private byte[] item(int i) {
        return ((CompactAnswers.Answer.Found) answers.inMemory(shop(i)).orElseThrow())
                .line()
                .item();
    }

    private static byte[] httpRequest(List<String> shops) {
        String body = "{\"shopIds\":[\"" + String.join("\",\"", shops) + "\"]}";
        return ("POST /v1/scores:batchGet HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Accept: application/vnd.shopscore.scores\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
