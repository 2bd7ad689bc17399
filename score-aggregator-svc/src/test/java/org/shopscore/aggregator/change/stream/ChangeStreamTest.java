package org.shopscore.aggregator.change.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.change.stream.EventReader.Event;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ChangeStreamTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOPS = 40;
    private static final int ROUNDS = 150;

    private final String run = "stream-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private TopicWriter topic;

    @Inject
    MeterRegistry registry;

    @TestHTTPResource
    URI service;

    @BeforeEach
    void open() {
        topic = new TopicWriter(PlatformResource.platform().bootstrapServers());
    }

    @AfterEach
    void close() {
        topic.close();
        threads.shutdownNow();
    }

    @Test
    void whoComesBackAgainAndAgainMissesNothingAndSeesNothingTwice() throws Exception {
        var first = reader("", "");
        String start = first.begun().lastEventId();
        first.close();
        var readers = List.of(comeAndGo(start, 1), comeAndGo(start, 2), comeAndGo(start, 3));

        for (int round = 1; round <= ROUNDS; round++) {
            for (int shop = 0; shop < SHOPS; shop++) {
                topic.tell(run + shop, "score/official", "{\"n\":" + round + ",\"shop\":\"" + run + shop + "\"}");
            }
            topic.flush();
            Thread.sleep(round % 10 == 0 ? 120 : 0);
        }

        for (var reader : readers) {
            var seen = reader.get(120, TimeUnit.SECONDS);
            assertThat(seen).hasSize(SHOPS);
            seen.forEach((shop, numbers) -> assertThat(numbers)
                    .as(shop)
                    .isEqualTo(java.util.stream.IntStream.rangeClosed(1, ROUNDS)
                            .boxed()
                            .toList()));
        }
    }

    /** Reads a while, goes without a word, and comes back with the last id. */
    private CompletableFuture<Map<String, List<Integer>>> comeAndGo(String start, int seed) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var random = new Random(seed);
                    var seen = new HashMap<String, List<Integer>>();
                    String cursor = start;
                    int left = SHOPS * ROUNDS;
                    try {
                        while (left > 0) {
                            try (var reader = reader("", cursor)) {
                                for (int some = 1 + random.nextInt(900); some > 0 && left > 0; some--) {
                                    Event event = reader.next().orElseThrow();
                                    if (event.data().contains(run)) {
                                        left--;
                                        seen.computeIfAbsent(text(event, "shop"), _ -> new ArrayList<>())
                                                .add(Integer.valueOf(text(event, "n")));
                                    }
                                }
                                cursor = reader.lastEventId();
                            }
                        }
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    return seen;
                },
                threads);
    }

    @Test
    void whoAsksForTheHeadOnlyGetsItAndTakesNoPlace() {
        assertThat(Await.within(Duration.ofSeconds(60), () -> readers() == 0))
                .as("those of other tests have left")
                .isTrue();
        given().head("/v1/score-changes?from=beginning")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .header("Cache-Control", "no-cache");
        assertThat(readers()).isZero();
        given().head("/v1/score-changes?from=nowhere").then().statusCode(400);
    }

    private double readers() {
        return registry.get("aggregator.changes.readers").gauge().value();
    }

    @Test
    void aReaderThatDoesNotReadIsCutOffAndDisturbsNobody() throws Exception {
        String filler = "x".repeat(2_000);
        int events = 12_000;
        double before = cutOffs();
        try (var slow = reader("?shopId=" + run + "big", "").begun();
                var fast = reader("?shopId=" + run + "big", "").begun()) {
            var reading = CompletableFuture.supplyAsync(() -> numbers(fast, events), threads);
            for (int n = 1; n <= events; n++) {
                topic.tell(run + "big", "score/official", "{\"n\":" + n + ",\"filler\":\"" + filler + "\"}");
            }
            topic.flush();
            assertThat(reading.get(60, TimeUnit.SECONDS)).hasSize(events).isSorted();

            assertThat(Await.within(Duration.ofSeconds(60), () -> cutOffs() > before))
                    .isTrue();
            var got = new ArrayList<Integer>();
            Event last = null;
            for (var event = slow.next(); event.isPresent(); event = slow.next()) {
                last = event.get();
                if (last.type().equals(TopicWriter.TYPE)) {
                    got.add(Integer.valueOf(text(last, "n")));
                }
            }
            assertThat(last).isNotNull();
            assertThat(last.type()).isEqualTo("cut-off");
            assertThat(text(last, "code")).isEqualTo("reader-too-slow");
            assertThat(text(last, "lastEventId")).isEqualTo(slow.lastEventId());
            assertThat(got).hasSizeLessThan(events);

            try (var again = reader("?shopId=" + run + "big", slow.lastEventId())) {
                got.addAll(numbers(again, events - got.size()));
            }
            assertThat(got)
                    .isEqualTo(java.util.stream.IntStream.rangeClosed(1, events)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void moreReadersThatDoNotReadThanCanCatchUpAtOnceKeepNobodyWaiting() throws Exception {
        String shop = run + "wide";
        int events = 4_000;
        String start;
        try (var first = reader("", "").begun()) {
            start = first.lastEventId();
        }
        for (int n = 1; n <= events; n++) {
            topic.tell(shop + n, "score/official", "{\"n\":" + n + ",\"filler\":\"" + "x".repeat(2_000) + "\"}");
        }
        topic.flush();
        var idle = new ArrayList<EventReader>();
        try {
            while (idle.size() < 2 * ChangeStream.CATCHING_UP_AT_ONCE) {
                idle.add(EventReader.small(service.getPort(), "/v1/score-changes?from=beginning"));
            }
            try (var last = reader("?shopId=" + shop + events, start)) {
                var found = CompletableFuture.supplyAsync(() -> numbers(last, 1), threads);
                assertThat(found.get(12, TimeUnit.SECONDS)).containsExactly(events);
            }
        } finally {
            for (var one : idle) {
                one.close();
            }
        }
    }

    @Test
    void aBrokerThatIsStartedAgainIsGoneOnWith() throws Exception {
        var platform = PlatformResource.platform();
        try (var live = reader("?shopId=" + run + "1", "").begun()) {
            tell("1", 1);
            assertThat(numbers(live, 1)).containsExactly(1);
            String cursor = live.lastEventId();
            platform.kafka().stop();
            try (var waiting = reader("?shopId=" + run + "1", cursor)) {
                platform.kafka().start();
                tell("1", 2);
                assertThat(numbers(live, 1)).containsExactly(2);
                String after = waiting.next().map(event -> text(event, "n")).orElse("ended");
                if (after.equals("ended")) {
                    try (var again = reader("?shopId=" + run + "1", cursor)) {
                        after = text(again.next().orElseThrow(), "n");
                    }
                }
                assertThat(after).isEqualTo("2");
            }
        }
    }

    @Test
    void theNewestOfEachKeyComesFirstFromTheBeginningAndThenWhatIsNew() throws Exception {
        tell("1", 1);
        tell("2", 7);
        try (var reader = reader("?from=beginning&shopId=" + run + "1", "")) {
            assertThat(numbers(reader, 1)).containsExactly(1);
            tell("1", 2);
            assertThat(numbers(reader, 1)).containsExactly(2);
        }
    }

    @Test
    void aCategoryHoldsTheShopsThatAreInItAlone() throws Exception {
        given().contentType("application/json")
                .body(Map.of("name", "鞋"))
                .put("/v1/categories/{id}", run + "shoes")
                .then()
                .statusCode(201);
        given().contentType("application/json")
                .body(Map.of("category", run + "shoes"))
                .put("/v1/shops/{id}", run + "in")
                .then()
                .statusCode(201);
        try (var reader = reader("?category=" + run + "shoes", "").begun()) {
            tell("out", 1);
            tell("in", 2);
            Event event = reader.next().orElseThrow();
            while (!event.type().equals(TopicWriter.TYPE)) {
                assertThat(event.data()).as("the registered shop's own score").contains(run + "in");
                event = reader.next().orElseThrow();
            }
            assertThat(text(event, "n")).isEqualTo("2");
        }
    }

    @Test
    void whatCannotBeAskedIsRefusedWithEachField() {
        given().queryParam("from", "yesterday")
                .queryParam("shopId", "店铺")
                .queryParam("category", "-")
                .get("/v1/score-changes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-field"))
                .body("errors.field", hasItems("from", "shopId", "category"));
        given().queryParam("category", "Fresh.Food")
                .get("/v1/score-changes")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("category"));
        given().header("Last-Event-ID", "AQID")
                .get("/v1/score-changes")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Last-Event-ID"));
    }

    @Test
    void moreReadersThanThereIsRoomForAreAskedToComeLater() throws Exception {
        var readers = new ArrayList<EventReader>();
        try {
            IOException refusal = null;
            while (refusal == null && readers.size() <= 200) {
                try {
                    readers.add(reader("", ""));
                } catch (IOException e) {
                    refusal = e;
                }
            }
            assertThat(refusal).isNotNull().hasMessageContaining("503");
            given().get("/v1/score-changes")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("code", equalTo("too-many-readers"));
        } finally {
            for (var reader : readers) {
                reader.close();
            }
        }
        assertThat(Await.within(Duration.ofSeconds(20), () -> {
                    try (var _ = reader("", "")) {
                        return true;
                    } catch (IOException _) {
                        return false;
                    }
                }))
                .isTrue();
    }

    private double cutOffs() {
        return registry.get("aggregator.changes.readers.cut.off").counter().count();
    }

    private void tell(String shop, int n) {
        topic.tell(run + shop, "score/official", "{\"n\":" + n + "}");
        topic.flush();
    }

    private static List<Integer> numbers(EventReader reader, int count) {
        try {
            var numbers = new ArrayList<Integer>();
            while (numbers.size() < count) {
                Event event = reader.next().orElseThrow();
                assertThat(event.type()).isEqualTo(TopicWriter.TYPE);
                numbers.add(Integer.valueOf(text(event, "n")));
            }
            return numbers;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Event event, String field) {
        try {
            return JSON.readTree(event.data()).path(field).asText();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private EventReader reader(String query, String lastEventId) throws IOException {
        return new EventReader(service.getPort(), "/v1/score-changes" + query, lastEventId);
    }
}
