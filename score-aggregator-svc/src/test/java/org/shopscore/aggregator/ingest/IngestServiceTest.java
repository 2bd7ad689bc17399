package org.shopscore.aggregator.ingest;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.change.ChangesRead;
import org.shopscore.aggregator.lookup.redis.RedisShops;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Change;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Measures;
import org.shopscore.metric.Sources;
import org.shopscore.metric.Topics;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** From an event in the log to what the service answers. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class IngestServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource(management = true)
    URI management;

    @Inject
    RedisShops redis;

    @Inject
    Pool pool;

    @Inject
    Shops shops;

    private final String shop = "shop-" + UUID.randomUUID();
    private final Emitter emitter =
            new Emitter(Topics.METRIC_EVENTS, Sources.LOGISTICS, UUID.randomUUID() + "-00000001");

    @BeforeEach
    void startWithinOneDay() {
        Midnight.letPass();
    }

    @Test
    void anEventBecomesAMeasureAScoreAndATileForReconcile() {
        send(paid(3), paid(4));

        await(() -> paidOrders() == 7);
        await(() -> get("/v1/shops/" + shop + "/score").statusCode() == 200);
        get(ops("ingest")).then().statusCode(200).body("partitions", hasSize(32));
        given().queryParam("source", Sources.LOGISTICS)
                .get(ops("lanes/" + Lane.of(shop) + "/tiles"))
                .then()
                .statusCode(200)
                .body("positions", hasItem(Map.of("incarnation", emitter.incarnation(), "last", 2)))
                .body("holes.findAll { it.incarnation == '" + emitter.incarnation() + "' }", empty())
                .body("tiles.find { it.shop == '" + shop + "' }.day", equalTo(today()))
                .body("tiles.find { it.shop == '" + shop + "' }.measures", equalTo(Map.of("order.paid", 7)));
        given().queryParam("source", Sources.AFTER_SALES)
                .get(ops("lanes/" + Lane.of(shop) + "/tiles"))
                .then()
                .body("tiles.findAll { it.shop == '" + shop + "' }", empty());
    }

    @Test
    void anOperatorWhoNamesNoPartitionIsRefusedLikeEverybodyElse() {
        given().post(ops("lanes/32/reload"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("title", equalTo("Bad Request"))
                .body("code", equalTo("invalid-field"))
                .body("errors[0].field", equalTo("lane"))
                .body("errors[0].given", equalTo("32"));
    }

    @Test
    void anOpenHoleIsShownWithItsReasonAndAge() {
        var missing = paid(1);
        send(paid(1));

        await(() -> paidOrders() == 1);
        get(ops("holes"))
                .then()
                .statusCode(200)
                .body("holes.find { it.incarnation == '" + emitter.incarnation() + "' }.reason", equalTo("missing"))
                .body("holes.find { it.incarnation == '" + emitter.incarnation() + "' }.to", equalTo(1))
                .body("holes.find { it.incarnation == '" + emitter.incarnation() + "' }.lane", equalTo(Lane.of(shop)));

        // A lane with a hole is withheld from every official day, those of other tests too.
        send(missing);
        await(() -> get(ops("holes"))
                .<List<Object>>path("holes.findAll { it.incarnation == '" + emitter.incarnation() + "' }")
                .isEmpty());
    }

    @Test
    void theDatabaseIsToldForHowLongAConnectionMayStandStillInATransaction() {
        assertThat(pool.query("show " + Rig.IDLE_IN_TRANSACTION)
                        .executeAndAwait()
                        .iterator()
                        .next()
                        .getString(0))
                .isEqualTo("5s");
    }

    @Test
    void aTileThatWasLostIsAddedToAsItIsOnceItsLaneIsReloaded() {
        send(paid(3));
        await(() -> paidOrders() == 3);
        shops.count(shop, BusinessDay.of(Instant.now()), Map.of(Measures.ORDER_PAID, -3L));
        given().post(ops("lanes/" + Lane.of(shop) + "/reload")).then().statusCode(200);
        send(paid(4));
        await(() -> paidOrders() == 4);
    }

    @Test
    void afterAReloadAnIdleOwnerTellsTheScoresAgain() {
        send(paid(3));
        await(() -> inRedis() == 3);
        shops.count(shop, BusinessDay.of(Instant.now()), Map.of(Measures.ORDER_PAID, 5L));
        given().post(ops("lanes/" + Lane.of(shop) + "/reload")).then().statusCode(200);
        await(() -> inRedis() == 8);
        await(() -> pool.query("select 1 from ingest_partition where tell_all")
                        .executeAndAwait()
                        .size()
                == 0);
    }

    @Test
    void aBonusThatTheRegistryGivesIsToldWithoutAnyEvent() {
        send(paid(40));
        await(() -> !told().isEmpty());
        var before = told().getFirst();

        register(Map.of("flags", List.of("returnFreightInsurance"))).statusCode(201);

        await(() -> published(told().getLast()).compareTo(published(before)) != 0);
        assertThat(published(told().getLast()).subtract(published(before))).isEqualByComparingTo("0.10");
    }

    @Test
    void aRegisteredShopOfWhichNothingWasEverCountedIsToldAndWhatMovesItToo() {
        register(Map.of("productsOnSale", 5)).statusCode(201);
        await(() -> stages().equals(List.of("GROWTH")));

        register(Map.of("productsOnSale", 0)).statusCode(200);
        await(() -> stages().equals(List.of("GROWTH", "NONE")));

        given().post(ops("lanes/" + Lane.of(shop) + "/reload")).then().statusCode(200);
        await(() -> stages().equals(List.of("GROWTH", "NONE", "NONE")));
    }

    private ValidatableResponse register(Map<String, Object> registration) {
        return given().contentType("application/json")
                .body(registration)
                .put("/v1/shops/{id}", shop)
                .then();
    }

    private List<Object> stages() {
        return told().stream().map(score -> score.get("stage")).toList();
    }

    private static BigDecimal published(Map<String, Object> score) {
        return new BigDecimal((String) score.get("published"));
    }

    /** An owner that has read its partition again tells a score again as well. */
    private List<Map<String, Object>> told() {
        return ChangesRead.of(PlatformResource.platform().bootstrapServers(), shop, "score/provisional");
    }

    @Test
    void aLaneOrSourceThatDoesNotExistIsRefusedWithTheField() {
        given().queryParam("source", Sources.LOGISTICS)
                .get(ops("lanes/32/tiles"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("lane"));
        given().post(ops("lanes/32/reload")).then().statusCode(400).body("errors[0].field", equalTo("lane"));
        get(ops("lanes/3/tiles")).then().statusCode(400).body("errors[0].field", equalTo("source"));
    }

    @Test
    void whatChangesWhileRedisIsDownIsInRedisWhenItIsBack() {
        send(paid(1));
        await(() -> paidOrders() == 1);
        var store = PlatformResource.platform().redis();
        store.kill();
        send(paid(5));
        await(() -> paidOrders() == 6);
        assertThat(get("/v1/shops/" + shop + "/score").statusCode()).isEqualTo(200);
        store.start();
        await(() -> inRedis() == 6);
        System.out.println("IngestServiceTest: 1 fault injected");
    }

    /** Paid orders; 0 for a shop that is not there, or while Redis does not answer. */
    private long inRedis() {
        return redis.of(List.of(shop))
                .map(found -> Optional.ofNullable(found.shops().get(shop))
                        .map(told -> told.sums().sum(Measures.ORDER_PAID))
                        .orElse(0L))
                .onFailure()
                .recoverWithItem(0L)
                .await()
                .atMost(PATIENCE);
    }

    private Emitter.Sent paid(long orders) {
        return emitter.emit(
                shop, Instant.now(), new Change(Instant.now(), new TreeMap<>(Map.of(Measures.ORDER_PAID, orders))));
    }

    private URI ops(String path) {
        return management.resolve("/ops/" + path);
    }

    private long paidOrders() {
        List<Integer> paid = given().queryParam("from", today())
                .queryParam("to", today())
                .get("/v1/shops/" + shop + "/measures")
                .path("days.measures.'order.paid'");
        return paid == null || paid.isEmpty() ? 0 : paid.getFirst();
    }

    private static String today() {
        return BusinessDay.of(Instant.now()).toString();
    }

    private static void send(Emitter.Sent... sent) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", PlatformResource.platform().bootstrapServers());
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Emitter.Sent one : sent) {
                assertThat(producer.send(one.record())).succeedsWithin(PATIENCE);
            }
        }
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Await.within(PATIENCE, condition)).isTrue();
    }
}
