package org.shopscore.aggregator.lookup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.answer.Answers;
import org.shopscore.aggregator.lookup.answer.Freshnesses;
import org.shopscore.aggregator.lookup.answer.Source;
import org.shopscore.aggregator.lookup.compact.CompactDecoder;
import org.shopscore.aggregator.lookup.telling.Announcing;
import org.shopscore.aggregator.lookup.telling.LearnedShops;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.PolicyDatabase;
import org.shopscore.aggregator.policy.PolicyDesk;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.policy.inforce.AnotherProcess;
import org.shopscore.aggregator.score.ReferenceScore;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.window.ShopSums;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;

/** A policy comes into force while shops change and readers ask for them all the time. */
@QuarkusTest
@TestProfile(PolicyDatabase.OfSwitches.class)
class PolicySwitchTest {

    private static final int SHOPS = 200;
    private static final String BINARY = "application/vnd.shopscore.scores";

    private final long epoch = Shops.epoch();
    private final List<String> shops =
            IntStream.range(0, SHOPS).mapToObj(_ -> Shops.fresh()).toList();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicInteger batches = new AtomicInteger();
    private final Map<String, Window> sums = new ConcurrentHashMap<>();

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource("/v1/scores:batchGet")
    URL batchGet;

    @Inject
    LearnedShops learned;

    @Inject
    OtherProcesses others;

    @Inject
    Answers answers;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    @Inject
    AnotherProcess.Maker processes;

    /** Every other shop is another process's, and answered from Redis. */
    @Test
    void noBatchMixesPoliciesNothingGoesBackAndAfterwardsEveryShopIsScoredByTheNewOne() throws Exception {
        LocalDate day = BusinessDay.of(clock.instant()).minusDays(9);
        PolicyDesk.proveFeeds(pool);
        PolicyDesk.run(day);
        var next = tried(day);
        var elsewhere = others.owner();
        announceAll(elsewhere, 1);
        String dormant = registered();
        assertThat(Await.within(PolicyDesk.PATIENCE, () -> told(dormant).equals(List.of("4.25"))))
                .isTrue();
        var late = processes.started();
        var beside = processes.started();

        var threads = new ArrayList<Thread>();
        threads.add(Thread.ofPlatform().start(() -> announceOn(elsewhere)));
        for (int reader = 0; reader < 3; reader++) {
            boolean isBinary = reader == 0;
            threads.add(Thread.ofPlatform().start(() -> read(isBinary, next)));
        }
        PolicyDesk.plan("now-" + next.version(), next.reference(), day.plusDays(1))
                .statusCode(201);
        Instant at = Instant.parse(
                given().get("/v1/policy-switches/{id}", "now-" + next.version()).path("visibleFrom"));
        // A process that is killed and started again before the instant knows the plan and waits for it.
        var again = processes.started();
        assertThat(again.policy()).isEqualTo(PolicyDesk.FIRST);
        Instant moved = movedTo(next.reference(), beside);
        assertThat(again.policy()).isEqualTo(next.reference());
        // One that could not ask meanwhile still has the policy before, and has known for a while that it may be wrong.
        assertThat(late.policy()).isEqualTo(PolicyDesk.FIRST);
        assertThat(late.unprovenSince().orElseThrow()).isBefore(at);
        assertThat(late.refreshed().policy()).isEqualTo(next.reference());
        assertThat(processes.started().policy()).isEqualTo(next.reference());

        int soFar = batches.get();
        assertThat(Await.within(PolicyDesk.PATIENCE, () -> batches.get() > soFar + 30))
                .isTrue();
        isOver.set(true);
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(30));
        }
        assertThat(faults).isEmpty();
        assertThat(moved).isAfterOrEqualTo(at.minusMillis(500));
        assertThat(Await.within(PolicyDesk.PATIENCE, () -> answered().equals(reckoned(next))))
                .isTrue();
        given().get("/v1/shops/{id}/score", shops.getFirst()).then().body("policyVersion", equalTo(next.reference()));
        assertThat(Await.within(PolicyDesk.PATIENCE, () -> told(dormant).equals(List.of("4.25", "4.10"))))
                .as("a shop of which nothing was ever counted")
                .isTrue();
        PolicyDesk.plan("back-" + next.version(), PolicyDesk.FIRST, day.plusDays(2))
                .statusCode(201);
        PolicyDesk.awaitState(PolicyDesk.FIRST, "ACTIVE");
    }

    @Test
    void aProcessThatCannotAskForThePlanSaysSo() {
        var process = processes.started();
        assertThat(process.unprovenSince()).isEmpty();
        assertThat(Await.within(
                        Duration.ofSeconds(20), () -> process.unprovenSince().isPresent()))
                .isTrue();

        var freshness = new Freshnesses(List.of(), process.unprovenSince()).of(Source.MEMORY, Optional.empty());
        assertThat(freshness.incomplete()).isTrue();
        assertThat(freshness.reasons())
                .anySatisfy(reason -> assertThat(reason).startsWith("another policy may be in force since 20"));
        assertThat(process.refreshed().unprovenSince()).isEmpty();
    }

    /** What the loop tells that runs beside the test. */
    private static List<Object> told(String shop) {
        return Announcing.told(shop, 0).stream()
                .map(score -> score.get("published"))
                .toList();
    }

    private static String registered() {
        String shop = Shops.fresh();
        given().contentType("application/json")
                .body(Map.of("productsOnSale", 5))
                .put("/v1/shops/{id}", shop)
                .then()
                .statusCode(201);
        return shop;
    }

    private Policy tried(LocalDate day) {
        String version = PolicyDesk.freshVersion();
        String document = PolicyDesk.document(
                version,
                Map.of(
                        "\"goods\": \"0.45\"",
                        "\"goods\": \"0.25\"",
                        "\"service\": \"0.35\"",
                        "\"service\": \"0.55\"",
                        "\"growthScore\": \"4.25\"",
                        "\"growthScore\": \"4.10\""));
        PolicyDesk.put(version, document).statusCode(201);
        PolicyDesk.dryRun("t-" + version, "exp-score-5/" + version, day).statusCode(202);
        PolicyDesk.awaitDryRun("t-" + version);
        return PolicyFile.read(version, document);
    }

    /** Both at one instant, as near as their clocks agree. */
    private Instant movedTo(String policy, AnotherProcess beside) {
        assertThat(beside.refreshed().policy()).isEqualTo(PolicyDesk.FIRST);
        assertThat(Await.within(
                        PolicyDesk.PATIENCE, () -> answers.engine().reference().equals(policy)))
                .isTrue();
        Instant moved = beside.now();
        assertThat(Await.within(Duration.ofSeconds(1), () -> beside.policy().equals(policy)))
                .isTrue();
        return moved;
    }

    private void announceAll(LearnedShops elsewhere, int n) {
        for (int i = 0; i < SHOPS; i++) {
            announce(i % 2 == 0 ? learned : elsewhere, i, n);
        }
    }

    private void announceOn(LearnedShops elsewhere) {
        for (int n = 2; !isOver.get(); n++) {
            announceAll(elsewhere, n);
        }
    }

    private void announce(LearnedShops to, int shop, int n) {
        String id = shops.get(shop);
        var window = Window.example()
                .with("complaint.on-time", 10 + (n + shop) % 11)
                .with("case.ratings-satisfied", 150 + shop % 50);
        sums.put(id, window);
        var told = List.of(new ShopSums(id, window));
        assertThat(Await.within(PolicyDesk.PATIENCE, () -> isAnnounced(to, Lane.of(id), n, told)))
                .isTrue();
    }

    /** Redis may be slow to answer: then it is announced again, as ingest does. */
    private boolean isAnnounced(LearnedShops to, int lane, int n, List<ShopSums> told) {
        try {
            Announcing.announce(to, lane, epoch, n, BusinessDay.of(clock.instant()), told)
                    .await()
                    .atMost(Duration.ofSeconds(10));
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    private void read(boolean isBinary, Policy next) {
        var versions = new HashMap<String, Long>();
        String seen = PolicyDesk.FIRST;
        while (!isOver.get()) {
            try {
                Set<String> policies = isBinary ? binary() : json(versions);
                if (policies.size() > 1) {
                    faults.add("mixed: " + policies);
                }
                for (String policy : policies) {
                    if (policy.equals(PolicyDesk.FIRST) && seen.equals(next.reference())) {
                        faults.add("went back");
                    }
                    seen = policy;
                }
                batches.incrementAndGet();
            } catch (RuntimeException | AssertionError e) {
                faults.add(e.toString());
            }
        }
    }

    /** The policies of one batch; also that each score is one of its policy's. */
    private Set<String> json(Map<String, Long> versions) {
        var policies = new HashSet<String>();
        for (Map<String, Object> score : batch()) {
            if (score.containsKey("error")) {
                continue; // Redis did not answer in time: a partial result, and of no policy
            }
            policies.add(String.valueOf(score.get("policyVersion")));
            Map<String, Object> live = map(score.get("provisional"));
            long n = Long.parseLong(String.valueOf(live.get("version")).substring((epoch + ".").length()));
            String shop = String.valueOf(score.get("shopId"));
            if (versions.merge(shop, n, Math::max) != n) {
                faults.add(shop + " went back to " + n);
            }
        }
        return policies;
    }

    private Set<String> binary() {
        return Set.of(new CompactDecoder(post(BINARY)).policyVersion);
    }

    private List<Map<String, Object>> batch() {
        return JsonPath.from(new String(post("application/json"), StandardCharsets.UTF_8))
                .getList("scores");
    }

    private byte[] post(String accept) {
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(batchGet.toURI())
                            .header("Content-Type", "application/json")
                            .header("Accept", accept)
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"shopIds\":[\"" + String.join("\",\"", shops) + "\"]}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> answered() {
        var all = new HashMap<String, String>();
        batch().stream()
                .filter(score -> !score.containsKey("error"))
                .forEach(score -> all.put(
                        String.valueOf(score.get("shopId")),
                        String.valueOf(map(score.get("provisional")).get("published"))));
        return all;
    }

    private Map<String, String> reckoned(Policy policy) {
        var all = new HashMap<String, String>();
        sums.forEach((shop, window) -> all.put(shop, published(policy, window)));
        return all;
    }

    private static String published(Policy policy, Window window) {
        BigDecimal base = BigDecimal.ZERO;
        for (var dimension : policy.dimensions()) {
            BigDecimal points = BigDecimal.ZERO;
            for (var metric : policy.metrics()) {
                if (metric.dimension().equals(dimension.id())) {
                    points = points.add(
                            metric.weight().multiply(ReferenceScore.points(metric, window, metric.defaultPrior())));
                }
            }
            base = base.add(dimension.weight().multiply(points.setScale(4, RoundingMode.HALF_UP)));
        }
        return base.setScale(4, RoundingMode.HALF_UP)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
