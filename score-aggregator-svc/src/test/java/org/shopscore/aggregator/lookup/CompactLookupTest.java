package org.shopscore.aggregator.lookup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.lookup.compact.CompactDecoder;
import org.shopscore.aggregator.lookup.telling.Announcing;
import org.shopscore.aggregator.lookup.telling.LearnedShops;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.score.window.ShopSums;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class CompactLookupTest {

    private static final String BINARY = "application/vnd.shopscore.scores";

    private final long epoch = Shops.epoch();

    @Inject
    LearnedShops learned;

    @Inject
    OtherProcesses others;

    @Inject
    Shops shops;

    @Inject
    Redis redis;

    @Inject
    Clock clock;

    @Test
    void aShopInMemoryIsAnsweredShortWithWhatABackendActsOn() {
        String shop = announced(1, Window.example());

        compact(shop)
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Cache-Control", "no-cache")
                .body("shopId", equalTo(shop))
                .body("policyVersion", equalTo("exp-score-5/2026.1.0"))
                .body("official", nullValue())
                .body("provisional.stage", equalTo("FORMAL"))
                .body("provisional.published", equalTo("4.59"))
                .body("provisional.level", equalTo("GOOD"))
                .body("provisional.version", equalTo(epoch + ".1"))
                .body("freshness.source", equalTo("memory"));
    }

    @Test
    void theSameIsNotSentTwiceAndAChangeIsSeenAtOnce() {
        String shop = announced(1, Window.example());
        String tag = compact(shop).extract().header("ETag");
        given().header("If-None-Match", tag)
                .queryParam("form", "compact")
                .get("/v1/shops/{id}/score", shop)
                .then()
                .statusCode(304)
                .header("ETag", tag);

        for (int n = 2; n < 40; n++) {
            announce(learned, shop, n, Window.example().with("complaint.on-time", n % 2 == 0 ? 19 : 18));
            compact(shop)
                    .body("provisional.version", equalTo(epoch + "." + n))
                    .body("provisional.published", equalTo(n % 2 == 0 ? "4.62" : "4.59"))
                    .header("ETag", not(tag));
        }
    }

    @Test
    void aFlagThatIsRegisteredRaisesTheScoreThatWasWrittenBefore() {
        String shop = announced(1, Window.example());
        compact(shop).body("provisional.published", equalTo("4.59"));

        given().contentType(ContentType.JSON)
                .body(Map.of("flags", List.of("remoteAreaService")))
                .put("/v1/shops/{id}", shop)
                .then()
                .statusCode(201);

        compact(shop).body("provisional.published", equalTo("4.62"));
    }

    @Test
    void aProofOfCompletenessShowsWithoutANewTag() {
        String shop = announced(1, Window.example());
        Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        String tag = tagWith(shop, proven(now.minusSeconds(30), List.of()), false);
        assertThat(tagWith(shop, proven(now, List.of()), false)).isEqualTo(tag);
    }

    @Test
    void whoKnowsAScoreAsCompleteIsToldThatItIsNot() {
        String shop = announced(1, Window.example());
        Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        String complete = tagWith(shop, proven(now, List.of()), false);
        String incomplete = tagWith(shop, proven(now, List.of("1 event of /logistics-svc is missing")), true);

        assertThat(incomplete).isNotEqualTo(complete);
        assertThat(Await.within(Duration.ofSeconds(30), () -> {
                    learned.feeds(Lane.of(shop), proven(now, List.of("1 event of /logistics-svc is missing")));
                    return status(shop, incomplete) == 304 && status(shop, complete) == 200;
                }))
                .isTrue();
    }

    private static int status(String shop, String known) {
        return given().header("If-None-Match", known)
                .get("/v1/shops/{id}/score?form=compact", shop)
                .statusCode();
    }

    private FeedState proven(Instant until, List<String> reasons) {
        var feeds = new TreeMap<>(Map.of(
                "/logistics-svc", until, "/after-sales-svc", until.plusSeconds(9), "/customer-service-svc", until));
        return new FeedState(today(), feeds, reasons);
    }

    /** The loop beside the test tells its own state of the partition now and then. */
    private String tagWith(String shop, FeedState feeds, boolean isIncomplete) {
        var tag = new AtomicReference<String>();
        assertThat(Await.within(Duration.ofSeconds(30), () -> {
                    learned.feeds(Lane.of(shop), feeds);
                    var answer = compact(shop).extract();
                    tag.set(answer.header("ETag"));
                    return feeds.completeUntil()
                                    .get("/logistics-svc")
                                    .toString()
                                    .equals(answer.path("freshness.completeUntil"))
                            && answer.<Boolean>path("freshness.incomplete") == isIncomplete;
                }))
                .isTrue();
        return tag.get();
    }

    @Test
    void aShopOfAnotherProcessIsAnsweredFromRedisAndOneWithoutFromTheTiles() {
        String inRedis = Shops.fresh();
        announce(others.owner(), inRedis, 1, Window.example());
        // A lookup that cannot wait for Redis is answered without.
        assertThat(Await.within(
                        Duration.ofSeconds(30),
                        () -> "redis".equals(compact(inRedis).extract().path("freshness.source"))
                                && "4.59".equals(compact(inRedis).extract().path("provisional.published"))))
                .isTrue();

        String inTiles = Shops.fresh();
        shops.count(inTiles, today(), Map.of("order.paid", 3L));
        compact(inTiles)
                .statusCode(200)
                .body("freshness.source", equalTo("database"))
                .body("provisional.stage", equalTo("GROWTH"))
                .body("provisional.version", nullValue());
        compact(Shops.fresh()).statusCode(404).body("code", equalTo("unknown-shop"));
    }

    @Test
    void aBatchAnswersEachIdInOrderRepeatedAndUnknownOnesToo() {
        String first = announced(1, Window.example());
        String second = announced(1, Window.example().with("complaint.on-time", 19));
        String unknown = Shops.fresh();
        String inTiles = Shops.fresh();
        shops.count(inTiles, today(), Map.of("order.paid", 3L));
        var asked = List.of(second, first, unknown, second, inTiles);

        batch(asked)
                .statusCode(200)
                .body("scores.shopId", contains(asked.toArray()))
                .body("scores[0].provisional.published", equalTo("4.62"))
                .body("scores[1].provisional.published", equalTo("4.59"))
                .body("scores[2].error", equalTo("unknown-shop"))
                .body("scores[3].provisional.published", equalTo("4.62"))
                .body("scores[4].freshness.source", equalTo("database"));

        var read = new CompactDecoder(given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .accept(BINARY)
                .body(Map.of("shopIds", asked))
                .post("/v1/scores:batchGet")
                .then()
                .statusCode(200)
                .contentType(BINARY)
                .extract()
                .asByteArray());
        assertThat(read.policyVersion).isEqualTo("exp-score-5/2026.1.0");
        assertThat(read.items).extracting(CompactDecoder.Item::status).containsExactly(0, 0, 1, 0, 0);
        assertThat(read.items)
                .extracting(CompactDecoder.Item::provisional)
                .startsWith(462, 459)
                .endsWith(462, 425);
        assertThat(read.items.getFirst().provisionalLevel()).isEqualTo("EXCELLENT");
        assertThat(read.items.getLast().source()).isEqualTo(2);
    }

    @Test
    void aBatchOfAnotherProcessesShopsAsksRedisOnce() {
        var there = others.owner();
        var asked = Stream.generate(Shops::fresh).limit(120).toList();
        for (int i = 0; i < asked.size(); i++) {
            int n = i;
            assertThat(Await.within(Shops.SOON, () -> isStored(there, asked.get(n), n % 2 == 0 ? 19 : 18)))
                    .isTrue();
        }
        var expected = Stream.iterate("4.62", before -> before.equals("4.62") ? "4.59" : "4.62")
                .limit(asked.size())
                .toList();

        // A Redis that does not answer within its 50 ms is not asked for a while.
        assertThat(Await.within(Shops.SOON, () -> {
                    long looks = calls("mget");
                    long single = calls("get");
                    return batch(asked)
                                    .extract()
                                    .path("scores.provisional.published")
                                    .equals(expected)
                            && calls("mget") == looks + 1
                            && calls("get") == single;
                }))
                .isTrue();
    }

    private boolean isStored(LearnedShops by, String shop, int onTime) {
        try {
            announce(by, shop, 1, Window.example().with("complaint.on-time", onTime));
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    private long calls(String command) {
        String all = redis.send(Request.cmd(Command.INFO).arg("commandstats"))
                .await()
                .atMost(Shops.SOON)
                .toString();
        var found = java.util.regex.Pattern.compile("cmdstat_" + command + ":calls=([0-9]+)")
                .matcher(all);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    @Test
    void aBatchTakesFiveHundredAndNoMore() {
        var many = IntStream.range(0, 500).mapToObj(i -> "nobody-" + i).toList();
        batch(many).statusCode(200).body("scores", hasSize(500)).body("scores[499].error", equalTo("unknown-shop"));

        batch(IntStream.range(0, 501).mapToObj(i -> "nobody-" + i).toList())
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("errors[0].field", equalTo("shopIds"));
        batch(Collections.nCopies(40_000, "")).statusCode(400).body("errors", hasSize(1));
        batch(List.of()).statusCode(400);
        batch(List.of("shop-1", "店铺")).statusCode(400).body("errors[0].field", containsString("shopIds[1]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ` { "shopIds" : [ "nobody-1" , "nobody-2" ] } ` | 200
                    {"shopIds":["nobody\\u002d1","nobody-2"]} | 200
                    {"shopIds":["nobody-1","nobody-2",]} | 400
                    {"shopIds":["nobody-1" "nobody-2"]} | 400
                    {"shopIds":["nobody-1","nobody-2"] | 400
                    {"shopIds":["-nobody"]} | 400
                    {"shopIds":["nobody-1"],"limit":3} | 400
                    {"shopIds":"nobody-1"} | 400
                    {"shopIds":null} | 400
                    {} | 400
                    null | 400
                    `` | 400
                    """)
    void aBodyIsReadHoweverItIsWrittenAndABadOneIsRefused(String body, int status) {
        given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/scores:batchGet")
                .then()
                .statusCode(status)
                .contentType(status == 200 ? "application/json" : "application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    application/vnd.shopscore.scores;q=0, application/json | application/json
                    application/vnd.shopscore.scores;q=0.2, application/json;q=0.8 | application/json
                    application/vnd.shopscore.scores;q=0.5, */* | application/json
                    */* | application/json
                    `` | application/json
                    ` ` | application/json
                    application/json;q=0.5, application/vnd.shopscore.scores | application/vnd.shopscore.scores
                    application/vnd.shopscore.scores, */*;q=0.1 | application/vnd.shopscore.scores
                    application/json, Application/vnd.shopscore.scores | application/vnd.shopscore.scores
                    """)
    void aBatchIsAnsweredInTheFormThatIsPreferred(String accept, String form) {
        given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .header("Accept", accept)
                .body(Map.of("shopIds", List.of("nobody-1")))
                .post("/v1/scores:batchGet")
                .then()
                .statusCode(200)
                .contentType(form);
    }

    @Test
    void aFormThatDoesNotExistOrADayBesideItIsRefused() {
        given().queryParam("form", "tiny")
                .get("/v1/shops/{id}/score", "shop-1")
                .then()
                .statusCode(400);
        given().queryParam("form", "compact")
                .queryParam("statDate", "2026-03-01")
                .get("/v1/shops/{id}/score", "shop-1")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("form"));
    }

    private LocalDate today() {
        return BusinessDay.of(clock.instant());
    }

    private String announced(long n, Window sums) {
        String shop = Shops.fresh();
        announce(learned, shop, n, sums);
        return shop;
    }

    private void announce(LearnedShops by, String shop, long n, Window sums) {
        Announcing.surely(by, Lane.of(shop), epoch, n, today(), List.of(new ShopSums(shop, sums)));
    }

    private static ValidatableResponse compact(String shop) {
        return given().queryParam("form", "compact")
                .get("/v1/shops/{id}/score", shop)
                .then();
    }

    private static ValidatableResponse batch(List<String> shopIds) {
        return given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(Map.of("shopIds", shopIds))
                .post("/v1/scores:batchGet")
                .then();
    }
}
