package org.shopscore.logistics.incident.rule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.shopscore.logistics.incident.Tracking.scan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.incident.Desk;
import org.shopscore.logistics.incident.Kept;
import org.shopscore.logistics.incident.Shop;
import org.shopscore.logistics.incident.Tracking;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.metric.Measures;
import org.shopscore.metric.MetricEvent;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class RulesTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Shop shop = Shop.anew();

    @Inject
    Tracking tracking;

    @BeforeEach
    void anOrderWaits() {
        shop.order("order-1");
    }

    /** type and occasion, when and in what state */
    private Map<String, String> exceptions(String shipmentId) {
        List<Map<String, Object>> found = given().queryParam("pageSize", 200)
                .get(shop.address() + "/exceptions")
                .then()
                .statusCode(200)
                .extract()
                .path("exceptions");
        return found.stream()
                .filter(one -> one.get("shipmentId").equals(shipmentId))
                .collect(Collectors.toMap(
                        one -> one.get("type") + " " + one.get("occasion"),
                        one -> one.get("openedAt") + " " + one.get("state")));
    }

    private boolean soon(String shipmentId, Map<String, String> expected) {
        return Await.within(SOON, () -> exceptions(shipmentId).equals(expected));
    }

    @Test
    void scansInAnyOrderAndRepetitionOpenTheSameExceptions() {
        var scans = List.of(
                scan(ScanStatus.PICKED_UP, shop.hoursAgo(400)),
                scan(ScanStatus.IN_TRANSIT, shop.hoursAgo(390)),
                scan(Incident.CARRIER_DAMAGED, shop.hoursAgo(380)),
                scan(Incident.CARRIER_DAMAGED, shop.hoursAgo(370)),
                scan(ScanStatus.IN_TRANSIT, shop.hoursAgo(300)),
                scan(Incident.CONSIGNEE_REFUSED, shop.hoursAgo(200)),
                scan(ScanStatus.RETURNING, shop.hoursAgo(190)));
        var random = new Random(20260301);
        for (int run = 0; run < 8; run++) {
            String parcel = "parcel-" + run;
            shop.shipment(parcel, "order-1");
            var told = new ArrayList<>(scans);
            told.addAll(scans.subList(0, random.nextInt(scans.size())));
            Collections.shuffle(told, random);
            int half = random.nextInt(told.size());
            tracking.tell(shop, parcel, told.subList(0, half));
            tracking.tell(shop, parcel, told.subList(half, told.size()));
            var standing = exceptions(parcel);
            standing.values().removeIf(one -> one.endsWith("DISPROVED"));
            assertThat(standing)
                    .as("run %d: %s", run, told)
                    .isEqualTo(Map.of(
                            "DAMAGED SCANNED", shop.hoursAgo(380) + " OPEN",
                            "REFUSED SCANNED", shop.hoursAgo(200) + " OPEN",
                            "TOO_LONG NO_SCAN", shop.hoursAgo(322) + " OPEN",
                            "TOO_LONG IN_TRANSIT", shop.hoursAgo(232) + " OPEN"));
        }
    }

    @Test
    void scansFromBeforeTheShipmentWasDeclaredOpenTheSame() {
        tracking.tell(shop, "parcel-1", scan(Incident.CARRIER_LABEL_LOST, shop.hoursAgo(20)));
        shop.shipment("parcel-1", "order-1");
        assertThat(exceptions("parcel-1")).isEqualTo(Map.of("LABEL_LOST SCANNED", shop.hoursAgo(20) + " OPEN"));
    }

    @Test
    void aParcelThatFallsSilentIsFoundByTheSweepAndGivenBackByAScanThatCameLate() {
        shop.shipment("parcel-1", "order-1");
        Instant pickedUpAt = shop.now().plusSeconds(15).minus(Duration.ofDays(2));
        tracking.tell(shop, "parcel-1", scan(ScanStatus.PICKED_UP, pickedUpAt));
        assertThat(exceptions("parcel-1")).isEmpty();
        Instant silent = shop.now().plusSeconds(15);
        assertThat(soon("parcel-1", Map.of("TOO_LONG NO_SCAN", silent + " OPEN")))
                .isTrue();
        tracking.tell(shop, "parcel-1", scan(ScanStatus.IN_TRANSIT, shop.hoursAgo(10)));
        assertThat(exceptions("parcel-1")).isEqualTo(Map.of("TOO_LONG NO_SCAN", silent + " DISPROVED"));
        tracking.tell(shop, "parcel-1", scan(ScanStatus.IN_TRANSIT, shop.hoursAgo(9)));
        assertThat(exceptions("parcel-1")).isEqualTo(Map.of("TOO_LONG NO_SCAN", silent + " DISPROVED"));

        var events = announced();
        assertThat(events).hasSize(2);
        assertThat(events.getFirst().reason()).isEmpty();
        assertThat(events.getFirst().time()).isEqualTo(silent);
        assertThat(events.getLast().reason()).isEqualTo(Optional.of("exception-disproved"));
    }

    /** The events of the shop's exceptions, once all events add up to what its rows contribute. */
    private List<MetricEvent> announced() {
        return Announced.await(shop.id(), Kept.of(shop)).stream()
                .filter(event -> event.ref().startsWith("exception/"))
                .toList();
    }

    @Test
    void anEarlierScanOfTheSameKindMovesTheExceptionToItsInstant() {
        shop.shipment("parcel-1", "order-1");
        tracking.tell(shop, "parcel-1", scan(Incident.CARRIER_LOST, shop.hoursAgo(20)));
        tracking.tell(shop, "parcel-1", scan(Incident.CARRIER_LOST, shop.hoursAgo(44)));
        assertThat(exceptions("parcel-1")).isEqualTo(Map.of("LOST SCANNED", shop.hoursAgo(44) + " OPEN"));
        assertThat(announced()).hasSize(2);
        assertThat(Kept.of(shop).amount(shop.hoursAgo(44), Measures.SHIPMENT_EXCEPTIONS))
                .isOne();
        assertThat(Kept.of(shop).amount(shop.hoursAgo(20), Measures.SHIPMENT_EXCEPTIONS))
                .isZero();
    }

    @Test
    void whatThePersonInChargeDidStaysWhenTheEvidenceComesAndGoes() {
        shop.shipment("parcel-1", "order-1");
        tracking.tell(shop, "parcel-1", scan(ScanStatus.PICKED_UP, shop.hoursAgo(60)));
        String id = only("parcel-1");
        var desk = new Desk(shop, "parcel-1", id);
        desk.owner("agent-7").statusCode(200);
        tracking.tell(shop, "parcel-1", scan(ScanStatus.IN_TRANSIT, shop.hoursAgo(59)));
        desk.get()
                .body("state", equalTo("IN_TRACE"))
                .body("openedAt", equalTo(shop.hoursAgo(11).toString()));
        tracking.tell(shop, "parcel-1", scan(ScanStatus.IN_TRANSIT, shop.hoursAgo(30)));
        desk.get().body("state", equalTo("DISPROVED")).body("owner", equalTo("agent-7"));
        desk.close(shop.now()).statusCode(409);
    }

    @Test
    void aWithdrawnExceptionIsNotOpenedAgainByTheSameEvidence() {
        shop.shipment("parcel-1", "order-1");
        tracking.tell(shop, "parcel-1", scan(Incident.CARRIER_DAMAGED, shop.hoursAgo(20)));
        new Desk(shop, "parcel-1", only("parcel-1")).withdraw("承运商误扫").statusCode(200);
        tracking.tell(shop, "parcel-1", scan(Incident.CARRIER_DAMAGED, shop.hoursAgo(25)));
        assertThat(exceptions("parcel-1")).isEqualTo(Map.of("DAMAGED SCANNED", shop.hoursAgo(20) + " WITHDRAWN"));
    }

    @Test
    void whatSomebodyHasSeenIsNotCountedTwiceByTheRuleAndIsFoundByItWhenThatIsTakenBack() {
        shop.shipment("parcel-1", "order-1");
        var seen = new Desk(shop, "parcel-1", "seen");
        seen.open("DAMAGED", shop.hoursAgo(22)).statusCode(201);
        tracking.tell(shop, "parcel-1", scan(Incident.CARRIER_DAMAGED, shop.hoursAgo(20)));
        assertThat(exceptions("parcel-1")).isEqualTo(Map.of("DAMAGED BY_HAND", shop.hoursAgo(22) + " OPEN"));
        seen.withdraw("登记错误").statusCode(200);
        assertThat(soon(
                        "parcel-1",
                        Map.of(
                                "DAMAGED BY_HAND", shop.hoursAgo(22) + " WITHDRAWN",
                                "DAMAGED SCANNED", shop.hoursAgo(20) + " OPEN")))
                .isTrue();
    }

    @Test
    void eachLaneHasItsOwnPatienceAndTheOneThatNamesMostOfTheWayCounts() {
        String from = "ZZ-" + Integer.toUnsignedString(shop.id().hashCode(), 36).toUpperCase(Locale.ROOT);
        threshold("t-1-" + shop.id(), "{\"from\":\"%s\",\"noScanHours\":10,\"inTransitHours\":500}".formatted(from))
                .statusCode(201);
        threshold(
                        "t-2-" + shop.id(),
                        "{\"from\":\"%s\",\"to\":\"CN-37\",\"noScanHours\":20,\"inTransitHours\":500}".formatted(from))
                .statusCode(201);
        threshold(
                        "t-3-" + shop.id(),
                        "{\"from\":\"%s\",\"to\":\"CN-37\",\"carrier\":\"yto\",\"noScanHours\":30,\"inTransitHours\":500}"
                                .formatted(from))
                .statusCode(201);
        assertThat(silentAfter(from + "1", "CN-370112", "yto")).isEqualTo(30);
        assertThat(silentAfter(from, "CN-370112", "zto")).isEqualTo(20);
        assertThat(silentAfter(from, "CN-440305", "zto")).isEqualTo(10);
        assertThat(silentAfter("ZZ-0", "CN-440305", "zto")).isEqualTo(48);
        assertThat(silentAfter("ZZ-0", "CN-650100", "zto")).isEqualTo(120);
    }

    private ValidatableResponse threshold(String id, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/v1/exception-thresholds/" + id)
                .then();
    }

    private long silentAfter(String from, String to, String carrier) {
        String parcel = "parcel-" + from + to + carrier;
        shop.parcel(parcel, from, to, carrier, "order-1");
        tracking.tell(shop, parcel, carrier, List.of(scan(ScanStatus.PICKED_UP, shop.hoursAgo(200))));
        String silent = exceptions(parcel).get("TOO_LONG NO_SCAN");
        String at = silent.substring(0, silent.indexOf(' '));
        return Duration.between(shop.hoursAgo(200), Instant.parse(at)).toHours();
    }

    private String only(String shipmentId) {
        List<String> ids =
                given().get(shop.address() + "/exceptions").then().extract().path("exceptions.exceptionId");
        assertThat(ids).as(shipmentId).hasSize(1);
        return ids.getFirst();
    }
}
