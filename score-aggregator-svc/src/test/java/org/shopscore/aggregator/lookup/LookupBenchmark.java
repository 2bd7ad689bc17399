package org.shopscore.aggregator.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.lookup.memory.Entry;
import org.shopscore.aggregator.lookup.memory.KnownSums;
import org.shopscore.aggregator.lookup.memory.MemoryShops;
import org.shopscore.aggregator.lookup.telling.Announcing;
import org.shopscore.aggregator.lookup.telling.LearnedShops;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.window.ShopSums;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.platform.PlatformResource;

/**
 * The compact lookup beside a bare Vert.x server with as many event loops that answers the same static bytes, by turns, and batches of 500 beside a Redis MGET of
 * the same values. 100,000 shops in memory. Run by {@code ./shopscore bench lookups}, which needs wrk.
 */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class LookupBenchmark {

    private static final int SHOPS = 100_000;
    private static final int MILLION = 1_000_000;
    private static final int BATCH = 500;
    private static final int REQUESTS = 64;
    private static final int ROUNDS = 3;
    private static final int TURNS = 5_000;
    private static final int WARM_UP_TURNS = 10_000;
    private static final int CLIENTS = 8;

    @Inject
    LearnedShops scores;

    @Inject
    CompactAnswers answers;

    @Inject
    Clock clock;

    @TestHTTPResource
    URI service;

    private final Random random = new Random(5);

    @Test
    void lookupsAndBatches() throws Exception {
        memory();
        announceAll();
        singles();
        batches();
    }

    /** Of lookups alone: sums of 15 measures, and the line. */
    private static void memory() {
        long before = used();
        var own = new MemoryShops();
        var day = LocalDate.of(2026, 3, 1);
        for (int i = 0; i < MILLION; i++) {
            String shop = shop(i);
            byte[] id = shop.getBytes(StandardCharsets.US_ASCII);
            own.put(
                    Lane.of(shop),
                    shop,
                    new Announced(new Version(1, 1), day, Instant.EPOCH, KnownSums.of(Window.example())));
            own.written(
                    id, 0, id.length, Lane.hash(id, 0, id.length), 0, (_, _, _) -> Optional.of(new byte[Entry.LINE]));
        }
        System.out.printf(
                "lookups: memory: %d bytes a shop at %,d shops, line and sums%n",
                (used() - before) / MILLION, own.size());
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void announceAll() {
        var today = BusinessDay.of(clock.instant());
        var byLane = new HashMap<Integer, List<ShopSums>>();
        for (int i = 0; i < SHOPS; i++) {
            var sums = Window.example().with("complaint.on-time", i % 21);
            byLane.computeIfAbsent(Lane.of(shop(i)), _ -> new ArrayList<>()).add(new ShopSums(shop(i), sums));
        }
        byLane.forEach((lane, shops) -> Announcing.announce(scores, lane, Shops.epoch(), 1, today, shops)
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
        try (var bare = BareServer.start(
                NewestAnswers.body(found), "W/\"" + found.line().tag(found.fresh()) + '"', eventLoops())) {
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

    /** On which the service reads connections. */
    private static int eventLoops() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("vert.x-eventloop-thread-"))
                .distinct()
                .count();
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
        var toService = clients(service.getPort());
        var toRedis = clients(platform.ports().redis());
        fill(toRedis.getFirst());
        int httpBytes = toService.getFirst().lengthOfHttp(http.getFirst());
        int redisBytes = Resp.lengthOfArray(BATCH, item(0).length);
        var cpu = new Cpu(platform.redis().pid());
        for (int round = 0; round <= ROUNDS; round++) {
            int turns = round == 0 ? WARM_UP_TURNS : TURNS;
            double ours = cpu.microsEach(turns, i -> turn(toService, http, i, httpBytes)) / CLIENTS;
            double theirs = cpu.microsEach(turns, i -> turn(toRedis, mget, i, redisBytes)) / CLIENTS;
            System.out.printf(
                    "batches: %s: %.0f us of CPU each, MGET %.0f us: %.2f times its batches per CPU second%n",
                    round == 0 ? "warm-up" : "round " + round, ours, theirs, theirs / ours);
        }
        for (var client : toService) {
            client.close();
        }
        for (var client : toRedis) {
            client.close();
        }
    }

    private static List<RawClient> clients(int port) throws IOException {
        var clients = new ArrayList<RawClient>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new RawClient("127.0.0.1", port));
        }
        return clients;
    }

    /** One batch of each client, all under way at once, so that nobody's waking up is what is measured. */
    private static void turn(List<RawClient> clients, List<byte[]> requests, int turn, int bytes) {
        for (int i = 0; i < CLIENTS; i++) {
            clients.get(i).send(requests.get((turn * CLIENTS + i) % REQUESTS));
        }
        clients.forEach(client -> client.read(bytes));
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
        var body = new ByteArrayOutputStream();
        body.writeBytes(ByteBuffer.allocate(6)
                .putInt(0x53534931)
                .putShort((short) shops.size())
                .array());
        for (String shop : shops) {
            body.write(shop.length());
            body.writeBytes(shop.getBytes(StandardCharsets.US_ASCII));
        }
        var request = new ByteArrayOutputStream();
        request.writeBytes(("POST /v1/scores:batchGet HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/vnd.shopscore.shop-ids\r\n"
                        + "Accept: application/vnd.shopscore.scores\r\nContent-Length: " + body.size() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body.toByteArray());
        return request.toByteArray();
    }
}
