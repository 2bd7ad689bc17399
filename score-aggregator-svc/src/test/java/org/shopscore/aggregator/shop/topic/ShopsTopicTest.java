package org.shopscore.aggregator.shop.topic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Headers;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Topics;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** From a record of the topic to what the registry answers. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ShopsTopicTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Shops counted;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry meters;

    private final String shop = Shops.fresh();

    @Test
    void aRecordRegistersAShopAsPutDoesAndItsScoreFollows() {
        counted.count(shop, BusinessDay.of(clock.instant()), Map.of("order.paid", 40L));
        send(record(
                1,
                "{\"name\":\"乐活小铺\",\"openedOn\":\"2026-03-01\",\"kind\":\"FLAGSHIP\","
                        + "\"flags\":[\"remoteAreaService\"],\"productsOnSale\":3}"));

        awaitName("乐活小铺");
        get().body("openedOn", equalTo("2026-03-01"))
                .body("kind", equalTo("FLAGSHIP"))
                .body("productsOnSale", equalTo(3))
                .body("version", equalTo(1));
        await(() -> given().get("/v1/shops/{id}/score", shop)
                .<List<String>>path("provisional.bonuses.code")
                .contains("REMOTE_AREA_SERVICE"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverTheOrderAndHoweverOftenRecordsComeTheHighestVersionHolds(long seed) {
        var random = new Random(seed);
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (long version = 1; version <= 20; version++) {
            var record = record(version * 3, "{\"name\":\"第" + version + "版\"}");
            records.addAll(Collections.nCopies(1 + random.nextInt(2), record));
        }
        Collections.shuffle(records, random);
        send(records);

        await(() -> told() == 60);
        get().body("name", equalTo("第20版"));
        assertThat(rowVersion()).isLessThanOrEqualTo(20);
    }

    @Test
    void theSameAgainAndAnOlderVersionChangeNothing() {
        send(record(5, "{\"name\":\"五\"}"));
        awaitName("五");
        send(List.of(record(5, "{\"name\":\"别的\"}"), record(3, "{\"name\":\"三\"}"), record(6, "{\"name\":\"五\"}")));

        await(() -> told() == 6);
        get().body("name", equalTo("五")).body("version", equalTo(1));
    }

    @Test
    void whatHttpRegisteredIsReplacedByANewerRecordAndByNoOlderOne() {
        send(record(5, "{\"name\":\"五\"}"));
        awaitName("五");
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "手工"))
                .put("/v1/shops/{id}", shop)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        sendBehind(record(4, "{\"name\":\"四\"}"));
        get().body("name", equalTo("手工"));
        send(record(6, "{\"name\":\"六\"}"));
        awaitName("六");
        get().body("version", equalTo(3));
    }

    @Test
    void aTombstoneForgetsWhatIsKnownAndNoOlderRecordBringsItBack() {
        send(record(7, "{\"name\":\"七\",\"productsOnSale\":0}"));
        awaitName("七");
        send(record(8, null));
        await(() -> told() == 8);
        get().body("$", not(hasKey("name")))
                .body("$", not(hasKey("productsOnSale")))
                .body("registered", equalTo(true));
        given().get("/v1/shops/{id}/score", shop).then().statusCode(200);

        sendBehind(record(7, "{\"name\":\"七\"}"));
        get().body("$", not(hasKey("name")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"PRIVATE\"} | unknown-value",
                "{\"productsOnSale\":-1} | invalid-field",
                "{\"openedOn\":\"+999999999-01-01\"} | invalid-field",
                "{\"name\":\"a\\u0000b\"} | invalid-field",
                "{\"name\":\" 　\"} | invalid-field",
                "{\"name\":\"\\ud83d\"} | invalid-field",
                "{\"category\":\"Tee & Kaffee\"} | invalid-field",
                "{\"category\":\"nowhere\"} | unknown-category",
                "{\"flags\":[\"remote area\"]} | invalid-field",
                "{\"productsOnSale\":\"3\"} | wrong-type",
                "{\"owner\":\"某某\"} | unknown-field",
                "{\"name\": | malformed-json",
                "null | malformed-json",
                "评分 | malformed-json"
            })
    void whatPutWouldRefuseIsSetAsideWithTheReasonAndTheNextRecordCounts(String value, String reason) {
        double before = quarantined();
        send(record(1, value));
        await(() -> aside(shop).size() == 1);

        assertThat(header(aside(shop).getFirst(), Headers.QUARANTINE_REASON)).isEqualTo(reason);
        assertThat(new String(aside(shop).getFirst().value(), StandardCharsets.UTF_8))
                .isEqualTo(value);
        assertThat(header(aside(shop).getFirst(), Headers.SEQUENCE)).isEqualTo("1");
        await(() -> quarantined() >= before + 1);
        given().get("/v1/shops/{id}", shop).then().statusCode(404);
        send(record(1, "{\"name\":\"改好了\"}"));
        awaitName("改好了");
    }

    @ParameterizedTest
    @CsvSource({
        "ce_type, org.shopscore.metric.v1",
        "ce_type,",
        "ce_subject, another-shop",
        "ce_sequence, 0",
        "ce_sequence, -1",
        "ce_sequence, 1.5",
        "ce_sequence, 9999999999999999999",
        "ce_sequence,"
    })
    void aRecordThatDoesNotSayWhoseOrWhichVersionIsSetAside(String header, String value) {
        var record = record(1, "{\"name\":\"一\"}");
        record.headers().remove(header);
        if (value != null) {
            record.headers().add(header, bytes(value));
        }
        send(record);

        await(() -> aside(shop).size() == 1);
        assertThat(header(aside(shop).getFirst(), Headers.QUARANTINE_REASON)).isEqualTo("bad-header");
        given().get("/v1/shops/{id}", shop).then().statusCode(404);
    }

    @Test
    void noRecordIsLostWhileTheDatabaseDoesNotTakeIt() {
        sql("create sequence refusals");
        sql("""
            create function refuse() returns trigger language plpgsql as
            'begin perform nextval(''refusals''); raise exception ''full'' using errcode = ''53100''; end'
            """);
        sql("create trigger refuse before insert on shop for each row when (new.shop_id = '" + shop
                + "') execute function refuse()");
        try {
            send(List.of(record(1, "{\"name\":\"一\"}"), record(2, "{\"name\":\"二\"}")));
            await(() -> number("select case when is_called then last_value else 0 end from refusals") > 2);
        } finally {
            sql("drop trigger refuse on shop");
            sql("drop function refuse");
            sql("drop sequence refusals");
        }
        awaitName("二");
        assertThat(aside(shop)).isEmpty();
    }

    /** One more record of the same lane behind it is in, so it was taken in as well. */
    private void sendBehind(ProducerRecord<byte[], byte[]> older) {
        String behind = sameLane();
        send(List.of(older, record(behind, 1, "{}")));
        await(() -> given().get("/v1/shops/{id}", behind).statusCode() == 200);
    }

    private String sameLane() {
        for (int i = 0; ; i++) {
            String other = shop + "-" + i;
            if (Lane.of(other) == Lane.of(shop)) {
                return other;
            }
        }
    }

    private ProducerRecord<byte[], byte[]> record(long version, String value) {
        return record(shop, version, value);
    }

    private static ProducerRecord<byte[], byte[]> record(String shopId, long version, String value) {
        var record = new ProducerRecord<>(Topics.SHOPS, bytes(shopId), value == null ? null : bytes(value));
        var headers = new HashMap<String, String>();
        headers.put(Headers.SPEC_VERSION, "1.0");
        headers.put(Headers.ID, UUID.randomUUID().toString());
        headers.put(Headers.SOURCE, "/platform-registry");
        headers.put(Headers.TYPE, "org.shopscore.shop.v1");
        headers.put(Headers.SUBJECT, shopId);
        headers.put(Headers.TIME, Instant.now().toString());
        headers.put(Headers.SEQUENCE, Long.toString(version));
        headers.put(Headers.CONTENT_TYPE, "application/json");
        headers.forEach((name, text) -> record.headers().add(name, bytes(text)));
        return record;
    }

    private static void send(ProducerRecord<byte[], byte[]> record) {
        send(List.of(record));
    }

    private static void send(List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", PlatformResource.platform().bootstrapServers());
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                assertThat(producer.send(record)).succeedsWithin(PATIENCE);
            }
        }
    }

    /** The shop's records in the quarantine. */
    private static List<ConsumerRecord<byte[], byte[]>> aside(String shopId) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", PlatformResource.platform().bootstrapServers());
        var partition = new TopicPartition(Topics.SHOPS_QUARANTINE, 0);
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (new String(record.key(), StandardCharsets.UTF_8).equals(shopId)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private double quarantined() {
        return meters.get("aggregator.shops.records")
                .tag("outcome", "quarantined")
                .counter()
                .count();
    }

    private void awaitName(String name) {
        await(() -> name.equals(given().get("/v1/shops/{id}", shop).path("name")));
    }

    private ValidatableResponse get() {
        return given().get("/v1/shops/{id}", shop).then().statusCode(200);
    }

    private long told() {
        return number("select coalesce(max(told_version), 0) from shop where shop_id = '" + shop + "'");
    }

    private long rowVersion() {
        return number("select version from shop where shop_id = '" + shop + "'");
    }

    private long number(String query) {
        return pool.query(query)
                .execute()
                .await()
                .atMost(Shops.SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private void sql(String statement) {
        pool.query(statement).execute().await().atMost(Shops.SOON);
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Await.within(PATIENCE, condition)).isTrue();
    }
}
