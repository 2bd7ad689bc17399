package org.shopscore.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden files are the contract: what is written equals them to the byte, and what they hold is read back. */
class EventJsonTest {

    private static final Instant TIME = Instant.parse("2026-03-01T04:00:00Z");
    private static final Instant PICKUP = Instant.parse("2026-02-26T09:10:00Z");

    private static final Instant SINCE = Instant.parse("2026-02-27T09:10:00Z");

    private static final MetricEvent EVENT = MetricEvent.of(
            "s-1",
            TIME,
            "order/o-1",
            Contribution.none()
                    .plus(TIME, Measures.DELIVERY_DUE, 1)
                    .plus(TIME, Measures.DELIVERY_ON_TIME, 1)
                    .plus(PICKUP, Measures.PICKUP_DUE, 1));

    private static final MetricEvent CORRECTION = new MetricEvent(
            "s-1",
            TIME,
            "order/订单-1",
            Optional.of("repair"),
            Optional.of(SINCE),
            Contribution.none().plus(PICKUP, Measures.PICKUP_DUE, -1).changes(),
            List.of(new SequenceRange("0198f2aa-0000-4000-8000-000000000001-00000001", 7, 9)));

    @Test
    void anEventIsWrittenAsTheGoldenFileSaysAndReadBack() throws IOException {
        assertThat(EventJson.write(EVENT)).isEqualTo(golden("metric-event.json"));
        assertThat(read(golden("metric-event.json"))).isEqualTo(EVENT);
    }

    @Test
    void aCorrectionIsWrittenAsTheGoldenFileSaysAndReadBack() throws IOException {
        assertThat(EventJson.write(CORRECTION)).isEqualTo(golden("metric-event-correction.json"));
        assertThat(read(golden("metric-event-correction.json"))).isEqualTo(CORRECTION);
    }

    @Test
    void orderFactsAreWrittenAsTheGoldenFileSaysAndReadBack() throws IOException {
        var facts = new OrderFacts("s-1", "o-1", PICKUP, true, Optional.of(TIME), 3);

        assertThat(EventJson.write(facts)).isEqualTo(golden("order-facts.json"));
        assertThat(EventJson.readOrderFacts(golden("order-facts.json").getBytes(UTF_8)))
                .isEqualTo(facts);
    }

    @Test
    void aNotificationIsWrittenAsTheGoldenFileSaysAndReadBack() throws IOException {
        assertThat(EventJson.write(notification("您的订单o-1已发货,圆通运单YT8000000000001。")))
                .isEqualTo(golden("notification.json"));
        assertThat(EventJson.readNotification(golden("notification.json").getBytes(UTF_8)))
                .isEqualTo(notification("您的订单o-1已发货,圆通运单YT8000000000001。"));
    }

    @ParameterizedTest
    @CsvSource({
        "messageId, \"3f0c6c1e-5a43-3c0e-9d0c\"",
        "shopId, \"../s-1\"",
        "buyerRef, 77",
        "stage, \"shipped\"",
        "language, \"中文\"",
        "text, \"\""
    })
    void aNotificationThatTheSchemaForbidsIsRefused(String field, String value) throws IOException {
        var data =
                golden("notification.json").replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":" + value);

        assertThat(faults("notification.schema.json", data)).isNotEmpty();
        assertThatThrownBy(() -> EventJson.readNotification(data.getBytes(UTF_8)))
                .isInstanceOf(BoundBroken.class);
    }

    @Test
    void aTextLongerThanAProviderTakesIsRefusedAndItsLengthSaid() {
        assertThatThrownBy(() -> notification("货".repeat(1_001))).hasMessageContaining("1001");
    }

    private static Notification notification(String text) {
        return new Notification(
                UUID.fromString("3f0c6c1e-5a43-3c0e-9d0c-7f5d7b2f8a11"),
                "s-1",
                "o-1",
                Optional.of("b-77"),
                "SHIPPED",
                PICKUP,
                "SMS",
                "zh-CN",
                text);
    }

    @Test
    void aContributionSurvivesItsRow() {
        var kept = Contribution.none().plus(TIME, Measures.ORDER_SIGNED, 1).plus(PICKUP, Measures.PICKUP_SECONDS, 77);

        assertThat(EventJson.readContribution(EventJson.write(kept))).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "metric-event.schema.json, metric-event.json",
        "metric-event.schema.json, metric-event-correction.json",
        "order-facts.schema.json, order-facts.json",
        "notification.schema.json, notification.json",
        "entitlement.schema.json, entitlement.json",
        "termination-review.schema.json, termination-review.json",
        "shop.schema.json, shop.json",
        "official-score.schema.json, official-score.json",
        "provisional-score.schema.json, provisional-score.json"
    })
    void theGoldenFilesObeyTheSchemas(String schema, String golden) throws IOException {
        assertThat(faults(schema, golden(golden))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"changes\":[]}",
                "{\"ref\":\"\",\"changes\":[]}",
                "{\"ref\":\"r\",\"changes\":[{\"measures\":{\"a.b\":1}}]}",
                "{\"ref\":\"r\",\"changes\":[{\"anchoredAt\":\"2026-03-01T04:00:00Z\",\"measures\":{}}]}",
                "{\"ref\":\"r\",\"changes\":[{\"anchoredAt\":\"2026-03-01T04:00:00Z\",\"measures\":{\"a.b\":0}}]}",
                "{\"ref\":\"r\",\"changes\":[{\"anchoredAt\":\"2026-03-01T04:00:00Z\",\"measures\":{\"a.b\":1.5}}]}",
                "{\"ref\":\"r\",\"changes\":[{\"anchoredAt\":\"2026-03-01T04:00:00Z\",\"measures\":{\"A.b\":1}}]}",
                "{\"ref\":\"r\",\"changes\":[{\"anchoredAt\":\"2026-03-01T04:00:00Z\",\"measures\":{\"a.b\":1000000000001}}]}",
                "{\"ref\":\"r\",\"changes\":[],\"closes\":[{\"incarnation\":\"i\",\"from\":0,\"to\":1}]}"
            })
    void whatTheSchemaForbidsTheReaderRefuses(String data) throws IOException {
        assertThat(faults("metric-event.schema.json", data)).isNotEmpty();
        assertThatThrownBy(() -> read(data)).isInstanceOf(BoundBroken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "{\"ref\":\"r\",\"changes\":[]} x", "{\"ref\":7,\"changes\":[]}", "\u0000"
            })
    void whatIsNotJsonOfTheShapeIsRefusedAndNeverBreaksTheReader(String data) {
        assertThatThrownBy(() -> read(data)).isInstanceOf(BoundBroken.class);
    }

    @Test
    void anUnknownFieldIsIgnoredWhereverItStands() {
        var data = "{\"new\":{\"deep\":[1,{\"x\":2}]},\"ref\":\"order/o-1\",\"changes\":[{\"why\":[1],"
                + "\"anchoredAt\":\"2026-03-01T04:00:00Z\",\"measures\":{\"order.paid\":1}}],\"later\":null}";

        assertThat(read(data))
                .isEqualTo(MetricEvent.of(
                        "s-1", TIME, "order/o-1", Contribution.none().plus(TIME, Measures.ORDER_PAID, 1)));
    }

    @Test
    void aMeasureOfALaterVersionIsRead() {
        var data = "{\"ref\":\"r\",\"changes\":[{\"anchoredAt\":\"2026-03-01T04:00:00Z\","
                + "\"measures\":{\"live-room.refunds\":2}}]}";

        assertThat(read(data).changes().getFirst().measures()).containsEntry("live-room.refunds", 2L);
        assertThat(Measures.ownerOf("live-room.refunds")).isEmpty();
    }

    private static MetricEvent read(String data) {
        return EventJson.readEvent("s-1", TIME, data.getBytes(UTF_8));
    }

    private static List<?> faults(String schema, String data) throws IOException {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        return registry.getSchema(resource("/org/shopscore/metric/" + schema)).validate(data, InputFormat.JSON);
    }

    private static String golden(String name) throws IOException {
        return resource("/golden/" + name).strip();
    }

    private static String resource(String path) throws IOException {
        try (var in = EventJsonTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
