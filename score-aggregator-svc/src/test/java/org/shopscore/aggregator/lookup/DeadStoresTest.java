package org.shopscore.aggregator.lookup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.lookup.redis.RedisShops;
import org.shopscore.aggregator.lookup.telling.Announcing;
import org.shopscore.aggregator.lookup.telling.LearnedShops;
import org.shopscore.aggregator.score.Moves;
import org.shopscore.aggregator.score.ScoresMoved;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.score.window.ShopSums;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;
import org.shopscore.platform.Platform;
import org.shopscore.platform.PlatformResource;

/** A dead store costs freshness, never an answer that another one has. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class DeadStoresTest {

    private final long epoch = Shops.epoch();
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private final Platform platform = PlatformResource.platform();
    private final LocalDate day = LocalDate.of(2026, 3, 1);

    @TestHTTPResource(management = true)
    URI management;

    @Inject
    LearnedShops here;

    @Inject
    OtherProcesses others;

    @Inject
    RedisShops redisShops;

    @Inject
    Shops shops;

    @Inject
    Redis redis;

    @Inject
    Clock clock;

    @Inject
    Moves moves;

    private LearnedShops elsewhere;

    @BeforeEach
    void anotherProcess() {
        elsewhere = others.owner();
    }

    @AfterEach
    void everythingRunsAgain() {
        platform.redis().resume();
        platform.postgres().resume();
        if (!platform.redis().alive()) {
            platform.redis().start();
        }
        if (!platform.postgres().alive()) {
            platform.postgres().start();
        }
        String known = announcedTwice();
        assertThat(Await.within(RECOVERY, () -> source(known).equals("redis") && inTiles(Shops.fresh())))
                .isTrue();
    }

    @Test
    void theShopOfAnotherProcessIsAnsweredFromRedisWithItsFeeds() {
        String shop = Shops.fresh();
        announce(elsewhere, shop, 1, Window.example());
        var feeds = new FeedState(
                day, new TreeMap<>(Map.of("/logistics-svc", Instant.parse("2026-03-01T04:00:00Z"))), List.of());
        var answer = new AtomicReference<Response>();
        assertThat(Await.within(RECOVERY, () -> {
                    elsewhere.announceFeeds(Lane.of(shop), feeds);
                    answer.set(score(shop));
                    return "2026-03-01T04:00:00Z".equals(logisticsFeed(answer.get()));
                }))
                .as("the owner of the partition tells its own feeds meanwhile")
                .isTrue();

        answer.get()
                .then()
                .statusCode(200)
                .body("version", equalTo(epoch + ".1"))
                .body("provisional.published", equalTo("4.59"))
                .body("provisional.metrics[0].points", equalTo("4.4487"))
                .body("freshness.source", equalTo("redis"));
    }

    @Test
    void anOlderVersionNeverReplacesANewerOneInRedis() {
        String shop = Shops.fresh();
        announce(elsewhere, shop, 10, Window.example());
        announce(others.owner(), shop, 9, new Window());
        announce(others.owner(), shop, epoch - 1, 11, new Window());

        fromRedis(shop).body("version", equalTo(epoch + ".10")).body("provisional.published", equalTo("4.59"));

        assertThat(versionInRedis(shop)).contains(new Version(epoch, 10));
        announce(elsewhere, shop, 11, new Window());
        fromRedis(shop).body("version", equalTo(epoch + ".11")).body("provisional.stage", equalTo("GROWTH"));
    }

    @Test
    void withRedisDeadAnOwnShopIsAnsweredFromMemoryAndAnotherFromTheTiles() {
        String own = Shops.fresh();
        announce(here, own, 1, Window.example());
        String other = inTilesAndRedis();
        platform.redis().kill();

        assertThat(isStored(here, own, epoch, 2, Window.example().with("complaint.on-time", 19)))
                .isFalse();
        score(own)
                .then()
                .statusCode(200)
                .body("version", equalTo(epoch + ".2"))
                .body("provisional.base", equalTo("4.6189"));
        score(other).then().statusCode(200).body("freshness.source", equalTo("database"));
        score(Shops.fresh()).then().statusCode(404);

        platform.redis().start();
        assertThat(Await.within(RECOVERY, () -> announces(own, 3))).isTrue();
        assertThat(versionInRedis(own)).contains(new Version(epoch, 3));
    }

    /** The policy may be another one, and is not: what is said of it changes, and no score. */
    @Test
    void whileNobodyCanAskForThePlanAllAnswersAreRenewedAndNoScoreIsToldAnew() {
        moves.forget();
        platform.postgres().pause();
        assertThat(Await.within(RECOVERY, () -> moves.seen().equals(List.of(new ScoresMoved.Doubted()))))
                .isTrue();
        platform.postgres().resume();
        assertThat(Await.within(RECOVERY, () -> moves.seen().size() == 2)).isTrue();
        assertThat(moves.seen()).containsOnly(new ScoresMoved.Doubted());
    }

    @Test
    void aShopThatMovedAndCouldNotBeToldIsGivenOutAgain() {
        String shop = Shops.fresh();
        var process = others.start();
        process.owner()
                .feeds(Lane.of(shop), new FeedState(BusinessDay.of(clock.instant()), new TreeMap<>(), List.of()));
        announce(process.owner(), shop, 1, Window.example());
        process.toldAgain().moved(new ScoresMoved.Of(Set.of(shop)));
        assertThat(process.owner().nextMoved(Lane.of(shop))).containsExactly(shop);
        platform.redis().kill();

        assertThat(isStored(process.owner(), shop, epoch, 2, Window.example())).isFalse();
        assertThat(process.owner().nextMoved(Lane.of(shop))).containsExactly(shop);
    }

    @Test
    void aRedisThatAcceptsAndNeverAnswersCostsLittleTime() {
        String other = inTilesAndRedis();
        fromRedis(other);
        platform.redis().pause();

        score(other).then().statusCode(200).body("freshness.source", equalTo("database"));
        var times = new long[50];
        for (int i = 0; i < times.length; i++) {
            Response answer = score(other);
            assertThat(answer.statusCode()).isEqualTo(200);
            times[i] = answer.time();
        }
        // A Redis that is waited for is so each time; a busy machine stands still once.
        Arrays.sort(times);
        assertThat(times[times.length / 2]).isLessThan(1_000);
        score(Shops.fresh()).then().statusCode(404);

        platform.redis().resume();
        assertThat(Await.within(RECOVERY, () -> source(other).equals("redis"))).isTrue();
    }

    @Test
    void aRedisThatCameBackEmptyIsFilledAgain() {
        String other = inTilesAndRedis();
        platform.redis().kill();
        platform.redis().start();
        assertThat(Await.within(RECOVERY, this::flushed)).isTrue();

        assertThat(source(other)).isEqualTo("database");
        assertThat(Await.within(RECOVERY, () -> announcesElsewhere(other, 2))).isTrue();
        fromRedis(other).body("version", equalTo(epoch + ".2"));
    }

    @Test
    void withPostgresDeadKnownShopsAreAnsweredAndOnlyUnknownOnesHaveToWait() {
        String own = Shops.fresh();
        announce(here, own, 1, Window.example());
        String other = inTilesAndRedis();
        String onlyInTiles = Shops.fresh();
        shops.count(onlyInTiles, today(), Map.of("order.paid", 1L));
        platform.postgres().kill();

        score(own).then().statusCode(200).body("version", equalTo(epoch + ".1"));
        fromRedis(other).statusCode(200);
        score(onlyInTiles)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("database-unavailable"));

        platform.postgres().start();
        String after = Shops.fresh();
        assertThat(Await.within(RECOVERY, () -> inTiles(after))).isTrue();
        score(after).then().statusCode(200).body("freshness.source", equalTo("database"));
    }

    @Test
    void withPostgresDeadForSoLongThatNoPartitionIsWrittenAnOwnShopIsStillAnsweredFromMemory() {
        String own = Shops.fresh();
        announce(here, own, 1, Window.example());
        platform.postgres().kill();
        assertThat(Await.within(
                        RECOVERY,
                        () -> given().get(management.resolve("/ops/ingest"))
                                .jsonPath()
                                .getList("partitions")
                                .isEmpty()))
                .isTrue();
        assertThat(given().get(management.resolve("/ops/ingest")).jsonPath().getBoolean("interrupted"))
                .isTrue();
        assertThat(given().get(management.resolve("/q/metrics")).asString())
                .contains("aggregator_ingest_interrupted 1.0");

        score(own)
                .then()
                .statusCode(200)
                .body("version", equalTo(epoch + ".1"))
                .body("freshness.source", equalTo("memory"));
    }

    @Test
    void aPostgresThatAcceptsAndNeverAnswersIsGivenUpInTime() {
        String other = inTilesAndRedis();
        platform.postgres().pause();

        assertThat(within(5_000, () -> score(Shops.fresh())).statusCode()).isEqualTo(503);
        fromRedis(other).statusCode(200);
        Response late = within(8_000, () -> given().get("/v1/termination-reviews"));
        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(late.jsonPath().getString("code")).isEqualTo("database-unavailable");
    }

    @Test
    void withBothStoresDeadACompactAnswerSaysWhatIsStillKnownAndABatchIsPartial() {
        String own = Shops.fresh();
        announce(here, own, 1, Window.example());
        String other = inTilesAndRedis();
        platform.postgres().kill();
        assertThat(Await.within(RECOVERY, () -> source(compact(other)).equals("redis")))
                .isTrue();
        platform.redis().kill();

        compact(own)
                .then()
                .statusCode(200)
                .body("freshness.source", equalTo("memory"))
                .body("provisional.published", equalTo("4.59"));
        compact(other).then().statusCode(503).header("Retry-After", notNullValue());
        var asked = new java.util.ArrayList<String>();
        asked.add(own);
        for (int i = 0; i < 60; i++) {
            asked.add(other + i);
        }
        within(
                        6_000,
                        () -> given().urlEncodingEnabled(false)
                                .contentType("application/json")
                                .body(Map.of("shopIds", asked))
                                .post("/v1/scores:batchGet"))
                .then()
                .statusCode(200)
                .body("scores[0].provisional.published", equalTo("4.59"))
                .body("scores[1].error", equalTo("unavailable"))
                .body("scores[60].error", equalTo("unavailable"));
    }

    /** The first of three answers that took no longer: a busy machine stands still once, a service that waits does so each time. */
    private static Response within(long millis, Supplier<Response> request) {
        return Stream.generate(request)
                .limit(3)
                .filter(answer -> answer.time() < millis)
                .findFirst()
                .orElseThrow(() -> new AssertionError("three answers took " + millis + " ms or longer"));
    }

    private String announcedTwice() {
        String shop = Shops.fresh();
        // Of an epoch of its own: it may share the partition with what the test told before.
        Await.within(RECOVERY, () -> isStored(elsewhere, shop, epoch + 1, 1, Window.example()));
        return shop;
    }

    private String inTilesAndRedis() {
        String shop = Shops.fresh();
        shops.count(shop, today(), Map.of("order.paid", 40L));
        announce(elsewhere, shop, 1, new Window().with("order.paid", 40));
        return shop;
    }

    private boolean inTiles(String shop) {
        try {
            shops.count(shop, today(), Map.of("order.paid", 1L));
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    private boolean flushed() {
        try {
            redis.send(Request.cmd(Command.FLUSHALL)).await().atMost(Shops.SOON);
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    /** A lookup that could not wait for Redis is answered without, and so are those of the second after it. */
    private static ValidatableResponse fromRedis(String shop) {
        var answer = new AtomicReference<Response>();
        assertThat(Await.within(RECOVERY, () -> {
                    answer.set(score(shop));
                    return source(answer.get()).equals("redis");
                }))
                .isTrue();
        return answer.get().then();
    }

    /** Once lookups ask Redis again. */
    private Optional<Version> versionInRedis(String shop) {
        var found = new AtomicReference<Optional<Version>>(Optional.empty());
        Await.within(RECOVERY, () -> {
            found.set(redisShops
                    .of(List.of(shop))
                    .map(answer -> Optional.ofNullable(answer.shops().get(shop)))
                    .onFailure()
                    .recoverWithItem(Optional.empty())
                    .await()
                    .atMost(Shops.SOON)
                    .map(Announced::version));
            return found.get().isPresent();
        });
        return found.get();
    }

    private boolean announces(String shop, long n) {
        return isStored(here, shop, epoch, n, Window.example());
    }

    private boolean announcesElsewhere(String shop, long n) {
        return isStored(elsewhere, shop, epoch, n, Window.example());
    }

    private void announce(LearnedShops by, String shop, long n, Window sums) {
        announce(by, shop, epoch, n, sums);
    }

    /** Again until it is stored, as ingest does. */
    private void announce(LearnedShops by, String shop, long epoch, long n, Window sums) {
        assertThat(Await.within(RECOVERY, () -> isStored(by, shop, epoch, n, sums)))
                .isTrue();
    }

    private boolean isStored(LearnedShops by, String shop, long epoch, long n, Window sums) {
        return Announcing.announce(by, Lane.of(shop), epoch, n, day, List.of(new ShopSums(shop, sums)))
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false)
                .await()
                .atMost(Shops.SOON);
    }

    private LocalDate today() {
        return BusinessDay.of(clock.instant());
    }

    private static String source(String shop) {
        return source(score(shop));
    }

    private static String source(Response answer) {
        return answer.statusCode() == 200 ? answer.jsonPath().getString("freshness.source") : "none";
    }

    private static String logisticsFeed(Response answer) {
        return answer.statusCode() == 200 ? answer.jsonPath().getString("freshness.feeds.'/logistics-svc'") : "none";
    }

    private static Response compact(String shop) {
        return given().queryParam("form", "compact").get("/v1/shops/{id}/score", shop);
    }

    private static Response score(String shop) {
        return given().get("/v1/shops/{id}/score", shop);
    }
}
