package org.shopscore.aggregator.lookup.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.aggregator.lookup.compact.CompactDecoder;
import org.shopscore.aggregator.lookup.telling.Announcing;
import org.shopscore.aggregator.lookup.telling.LearnedShops;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.window.ShopSums;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class LookupLaneTest {

    private static final String LIST = "Content-Type: application/vnd.shopscore.shop-ids";
    private static final String JSON = "Content-Type: application/json";
    private static final String ITEMS = "Accept: application/vnd.shopscore.scores";
    private static final String BATCH = "/v1/scores:batchGet";

    private final long epoch = Shops.epoch();

    @Inject
    LearnedShops scores;

    @Inject
    MeterRegistry registry;

    @Inject
    Clock clock;

    @TestHTTPResource
    URI service;

    private HttpWire wire;

    @BeforeEach
    void connect() throws IOException {
        wire = new HttpWire(service.getPort());
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
    }

    @Test
    void memoryAnswersBeforeTheServiceAndWithTheSameBytes() throws IOException {
        String shop = announced(1, 18);
        double before = counted("found");

        var first = wire.ask(compact(shop));
        assertThat(counted("found")).isEqualTo(before);
        var second = wire.ask(compact(shop));
        assertThat(counted("found")).isEqualTo(before + 1);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text()).contains(shop, "\"published\":\"4.59\"");
        assertThat(second.head()).containsAllEntriesOf(first.head()).containsKeys("etag", "cache-control");
    }

    @Test
    void answersKeepTheOrderOfRequestsThatAreSentWithoutWaiting() throws IOException {
        String fast = announced(1, 18);
        String other = announced(1, 19);
        String nobody = Shops.fresh();
        for (int round = 0; round < 20; round++) {
            wire.send(
                    compact(fast),
                    HttpWire.get("/v1/shops/" + other + "/score"),
                    compact(other),
                    compact(nobody),
                    HttpWire.post(BATCH, HttpWire.idList(List.of(other, fast)), LIST),
                    compact(fast),
                    HttpWire.post(BATCH, HttpWire.idList(List.of(nobody)), LIST),
                    compact(other));

            assertThat(wire.read().text()).contains(fast, "\"asOf\"");
            assertThat(wire.read().text()).contains(other, "\"metrics\"");
            assertThat(wire.read().text()).contains(other).doesNotContain("\"metrics\"");
            assertThat(wire.read()).satisfies(answer -> {
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.text()).contains("unknown-shop");
            });
            assertThat(wire.read().text()).startsWith("{\"scores\":[{\"shopId\":\"" + other);
            assertThat(wire.read().text()).contains(fast).doesNotContain("scores");
            assertThat(wire.read().text()).contains(nobody, "unknown-shop");
            assertThat(wire.read().text()).contains(other);
        }
    }

    @Test
    void aSlowRequestMakesNoneBehindItSlow() throws IOException {
        String shop = announced(1, 18);
        wire.ask(compact(shop));
        double before = counted("found");

        var requests =
                new ArrayList<>(List.of(HttpWire.get("/v1/shops/" + shop + "/scores?from=2026-01-01&to=2026-01-31")));
        requests.addAll(Collections.nCopies(400, compact(shop)));
        wire.send(requests.toArray(byte[][]::new));

        wire.read();
        for (int n = 0; n < 400; n++) {
            assertThat(wire.read().text()).contains(shop, "4.59");
        }
        assertThat(counted("found")).isEqualTo(before + 400);
    }

    /** None of them is in memory, and nothing more is sent behind them: what the service writes goes off by itself. */
    @Test
    void manySlowRequestsThatAreSentAtOnceAreAllAnswered() throws IOException {
        wire.ask(compact(Shops.fresh()));
        var shops = IntStream.range(0, 500).mapToObj(_ -> Shops.fresh()).toList();
        for (String shop : shops) {
            wire.send(compact(shop));
        }
        for (String shop : shops) {
            assertThat(wire.read().text()).contains(shop, "unknown-shop");
        }
    }

    @Test
    void aClientThatReadsLateIsWaitedForAndAnsweredInOrder() throws Exception {
        var shops = IntStream.range(0, 21).mapToObj(i -> announced(1, i)).toList();
        wire.ask(compact(shops.getFirst()));
        double before = counted("found");

        int lookups = 300_000; // more than the system holds for both ends, whatever it grows its buffers to
        var sender = Executors.newSingleThreadExecutor();
        try (sender) {
            Future<Void> sent = sender.submit(() -> {
                for (int n = 0; n < lookups; n++) {
                    wire.send(compact(shops.get(n % shops.size())));
                }
                return null;
            });
            assertThatThrownBy(() -> sent.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            for (int n = 0; n < lookups; n++) {
                assertThat(wire.read().text()).contains(shops.get(n % shops.size()));
            }
            sent.get();
        }
        assertThat(counted("found")).isEqualTo(before + lookups);
    }

    @Test
    void whatIsKnownIsNotSentAgainHoweverItIsSaid() throws IOException {
        String shop = announced(1, 18);
        String tag = wire.ask(compact(shop)).head().get("etag");
        double before = counted("unchanged");

        for (String known : List.of(tag, "\"a\", " + tag, "*")) {
            var answer = wire.ask(compact(shop, "If-None-Match: " + known));
            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.head()).containsEntry("etag", tag).containsEntry("cache-control", "no-cache");
        }
        assertThat(counted("unchanged")).isEqualTo(before + 1);

        announce(shop, 2, 19);
        var changed = wire.ask(compact(shop, "If-None-Match: " + tag));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text()).contains("\"published\":\"4.62\"");
    }

    @Test
    void whoDoesNotTakeJsonGetsNone() throws IOException {
        String shop = announced(1, 18);
        wire.ask(compact(shop));
        double before = counted("found");
        for (String accept : List.of("*/*", "application/json", "application/*", "application/json, text/plain, */*")) {
            assertThat(wire.ask(compact(shop, "Accept: " + accept)).status()).isEqualTo(200);
        }
        assertThat(counted("found")).isEqualTo(before + 4);

        for (String accept : List.of("application/xml", "text/*", "application/jsonx")) {
            assertThat(wire.ask(compact(shop, "Accept: " + accept)).status())
                    .as(accept)
                    .isEqualTo(406);
        }
        for (String accept : List.of("text/html, */*;q=0.8", "Application/JSON", "application/json; q=0.5")) {
            assertThat(wire.ask(compact(shop, "Accept: " + accept)).text())
                    .as(accept)
                    .contains("4.59");
        }
    }

    @Test
    void aChangeIsSeenByTheNextQuestion() throws IOException {
        String shop = announced(1, 18);
        wire.ask(compact(shop));
        for (int n = 2; n < 200; n++) {
            announce(shop, n, n % 2 == 0 ? 19 : 18);
            assertThat(wire.ask(compact(shop)).text())
                    .contains("\"version\":\"" + epoch + "." + n, n % 2 == 0 ? "\"4.62\"" : "\"4.59\"");
        }
    }

    /** Nobody has asked for one of them since it changed: no line of it is written. */
    @Test
    void aChangeIsSeenByTheNextBatch() throws IOException {
        wire.ask(compact(announced(1, 18)));
        var shops = IntStream.range(0, 40).mapToObj(_ -> Shops.fresh()).toList();
        byte[] request = HttpWire.post(BATCH, HttpWire.idList(shops), LIST, ITEMS);
        double before = counted("batch");
        for (int n = 1; n < 20; n++) {
            int onTime = n % 2 == 0 ? 19 : 18;
            for (String shop : shops) {
                announce(shop, n, onTime);
            }
            assertThat(new CompactDecoder(wire.ask(request).body()).items)
                    .extracting(CompactDecoder.Item::provisional)
                    .hasSize(40)
                    .containsOnly(n % 2 == 0 ? 462 : 459);
        }
        assertThat(counted("batch")).isEqualTo(before + 19);
    }

    @Test
    void aBatchReadsTheSameInEachOfItsForms() throws IOException {
        var shops = IntStream.range(0, 300).mapToObj(i -> announced(1, i % 21)).toList();
        var asked = new ArrayList<>(shops);
        asked.addAll(shops.subList(100, 300));
        byte[] list = HttpWire.idList(asked);
        byte[] json = ("{\"shopIds\":[\"" + String.join("\",\"", asked) + "\"]}").getBytes(US_ASCII);
        wire.ask(HttpWire.post(BATCH, list, LIST));
        double before = counted("batch");

        String text = wire.ask(HttpWire.post(BATCH, list, LIST)).text();
        assertThat(wire.ask(HttpWire.post(BATCH, json, JSON)).text()).isEqualTo(text);
        byte[] items = wire.ask(HttpWire.post(BATCH, list, LIST, ITEMS)).body();
        assertThat(wire.ask(HttpWire.post(BATCH, json, JSON, ITEMS)).body()).isEqualTo(items);
        assertThat(counted("batch")).isEqualTo(before + 4);

        var read = new CompactDecoder(items).items;
        String[] scores = text.split("\\{\"shopId\":\"", -1);
        assertThat(scores).hasSize(501);
        for (int i = 0; i < 500; i++) {
            int hundredths = read.get(i).provisional();
            assertThat(scores[i + 1]).startsWith(asked.get(i));
            assertThat(scores[i + 1])
                    .contains("\"published\":\"%d.%02d\"".formatted(hundredths / 100, hundredths % 100));
        }
    }

    @Test
    void aBodyThatComesInPiecesIsReadWhole() throws IOException {
        var shops = IntStream.range(0, 40).mapToObj(i -> announced(1, i % 21)).toList();
        byte[] request = HttpWire.post(BATCH, HttpWire.idList(shops), LIST);
        String whole = wire.ask(request).text();
        double before = counted("batch");
        for (int cut = 150; cut < request.length; cut += 97) {
            wire.send(Arrays.copyOf(request, cut));
            wire.send(Arrays.copyOfRange(request, cut, request.length));
            assertThat(wire.read().text()).isEqualTo(whole);
        }
        assertThat(counted("batch")).isGreaterThan(before + 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "53534931 0000",
                "53534931 0002 01 61",
                "53534931 0001 01 61 62",
                "53534931 0001 05 61",
                "53534932 0001 01 61",
                "5353",
                "53534931 0001 01 2d",
                "53534931 0001 00",
                "53534931 0001 02 6120",
            })
    void aListThatIsNoneIsRefusedAndTheConnectionGoesOn(String hex) throws IOException {
        byte[] body = java.util.HexFormat.of().parseHex(hex.replace(" ", ""));
        for (int i = 0; i < 2; i++) {
            var answer = wire.ask(HttpWire.post(BATCH, body, LIST));
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.text()).containsPattern("malformed-ids|invalid-field");
        }
        String shop = announced(1, 18);
        assertThat(wire.ask(compact(shop)).text()).contains("4.59");
    }

    @Test
    void theTypeOfABodyIsReadHoweverItIsWritten() throws IOException {
        byte[] list = HttpWire.idList(List.of("nobody"));
        for (String type : List.of("Application/Vnd.shopscore.shop-ids", "application/vnd.shopscore.shop-ids;v=1")) {
            var answer = wire.ask(HttpWire.post(BATCH, list, "Content-Type: " + type));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }

    @Test
    void aBodyOfNoNamedTypeIsNoFaultOfTheService() throws IOException {
        var answer = wire.ask(HttpWire.post(BATCH, "{\"shopIds\":[\"nobody\"]}".getBytes(US_ASCII)));

        assertThat(answer.status()).as(answer.text()).isIn(200, 415);
    }

    @Test
    void moreThanFiveHundredAndEachBadIdAreNamed() throws IOException {
        var many = IntStream.range(0, 501).mapToObj(i -> "nobody-" + i).toList();
        assertThat(wire.ask(HttpWire.post(BATCH, HttpWire.idList(many), LIST)).text())
                .contains("invalid-field", "\"shopIds\"", "must hold 1 to 500");
        assertThat(wire.ask(HttpWire.post(BATCH, HttpWire.idList(List.of("ok", "-a", "b b")), LIST))
                        .text())
                .contains("shopIds[1]", "shopIds[2]")
                .doesNotContain("shopIds[0]");
        var bad = Collections.nCopies(65_535, "-");
        assertThat(wire.ask(HttpWire.post(BATCH, HttpWire.idList(bad), LIST)).text())
                .contains("must hold 1 to 500", "65535")
                .doesNotContain("shopIds[");
    }

    @Test
    void aConnectionThatIsToCloseIsClosedAfterItsAnswer() throws IOException {
        String shop = announced(1, 18);
        wire.ask(compact(shop));
        assertThat(wire.ask(compact(shop, "Connection: close")).text()).contains("4.59");
        assertThat(wire.isClosed()).isTrue();
    }

    private byte[] compact(String shop, String... head) {
        return HttpWire.get("/v1/shops/" + shop + "/score?form=compact", head);
    }

    private String announced(long n, int onTime) {
        String shop = Shops.fresh();
        announce(shop, n, onTime);
        return shop;
    }

    private void announce(String shop, long n, int onTime) {
        var sums = Window.example().with("complaint.on-time", onTime);
        Announcing.surely(
                scores, Lane.of(shop), epoch, n, BusinessDay.of(clock.instant()), List.of(new ShopSums(shop, sums)));
    }

    private double counted(String kind) {
        return registry.get("aggregator.lookups.from.memory").tag("kind", kind).functionCounters().stream()
                .mapToDouble(FunctionCounter::count)
                .sum();
    }
}
