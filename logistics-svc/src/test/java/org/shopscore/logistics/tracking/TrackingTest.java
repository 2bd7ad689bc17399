package org.shopscore.logistics.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.logistics.carrier.Courier;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class TrackingTest {

    private final Courier courier = Courier.anew();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private ValidatableResponse tracking(String orderId) {
        return given().get("/v1/shops/" + courier.shopId() + "/orders/" + orderId + "/tracking")
                .then();
    }

    private Instant ago(Duration time) {
        return now.minus(time);
    }

    /** Shipped at the hour, but of an order that is young enough to be on its way. */
    private void sendsNow(String id, Instant pickedUpAt) {
        courier.put("/v1/shops/" + courier.shopId() + "/orders/" + id, """
                {"paidAt":"%s","pickupDueAt":"%s","deliveryPromisedAt":"%s","from":"CN-370112","to":"CN-110101"}""".formatted(
                                pickedUpAt.minusSeconds(7200), pickedUpAt, now.plusSeconds(864_000)))
                .statusCode(201);
        courier.put(courier.address(id), """
                {"carrier":"%s","waybill":"T-%s-%s","orderIds":["%s"]}""".formatted(courier.code(), courier.code(), id, id))
                .statusCode(201);
        courier.scanned(id, ScanStatus.PICKED_UP, pickedUpAt);
    }

    @Test
    void anOrderIsShownWithItsParcelsAndTheirScansTheNewestFirst() {
        courier.sends("o-1", 0);
        courier.ships("o-1-b", "o-1", 3);
        courier.scanned("o-1", ScanStatus.PICKED_UP, 10);
        courier.scanned("o-1", ScanStatus.OUT_FOR_DELIVERY, 60);
        courier.scanned("o-1", ScanStatus.IN_TRANSIT, 20);
        tracking("o-1")
                .statusCode(200)
                .body("state", equalTo("PAID"))
                .body("deliveryPromisedAt", equalTo(courier.hour(96).toString()))
                .body("parcels.shipmentId", contains("o-1", "o-1-b"))
                .body("parcels.state", contains("OUT_FOR_DELIVERY", "ANNOUNCED"))
                .body("parcels[0].scans.status", contains("OUT_FOR_DELIVERY", "IN_TRANSIT", "PICKED_UP"))
                .body("parcels[0].olderScans", equalTo(false));
    }

    @Test
    void theEstimateComesFromTheLanesOwnHistoryWhenThereIsEnoughOfIt() {
        for (int i = 0; i < 20; i++) {
            courier.sends("past-" + i, 0);
            courier.scanned("past-" + i, ScanStatus.PICKED_UP, 10);
            courier.scanned("past-" + i, ScanStatus.DELIVERED, 30 + i);
        }
        courier.performance(page -> Integer.valueOf(20).equals(page.get("weeks.figures.delivery.parcels.sum()")));
        Instant pickedUp = ago(Duration.ofHours(1));
        sendsNow("o-1", pickedUp);
        tracking("o-1")
                .body("parcels[0].arrival.basis", equalTo("LANE_HISTORY"))
                .body("parcels[0].arrival.samples", equalTo(20))
                .body(
                        "parcels[0].arrival.earliestAt",
                        equalTo(pickedUp.plus(Duration.ofHours(21)).toString()))
                .body(
                        "parcels[0].arrival.likelyAt",
                        equalTo(pickedUp.plus(Duration.ofHours(29)).toString()))
                .body(
                        "parcels[0].arrival.latestAt",
                        equalTo(pickedUp.plus(Duration.ofHours(37)).toString()));
    }

    @Test
    void withoutHistoryTheEstimateComesFromTheLanesTimeAndAfterThatNoneIsGiven() {
        Instant pickedUp = ago(Duration.ofHours(1));
        sendsNow("o-1", pickedUp);
        tracking("o-1")
                .body("parcels[0].arrival.basis", equalTo("LANE_TIME"))
                .body(
                        "parcels[0].arrival.latestAt",
                        equalTo(pickedUp.plus(Duration.ofDays(4)).toString()))
                .body("parcels[0].arrival.likelyAt", nullValue())
                .body("parcels[0].openExceptions", hasSize(0));
        sendsNow("o-2", ago(Duration.ofDays(5)));
        tracking("o-2")
                .body("parcels[0].arrival.basis", equalTo("UNKNOWN"))
                .body("parcels[0].arrival.latestAt", nullValue());
    }

    @Test
    void whatIsWrongWithAParcelIsShownWhileItIsOpen() {
        sendsNow("o-1", ago(Duration.ofHours(5)));
        courier.put(courier.address("o-1") + "/exceptions/e-1", """
                {"type":"DAMAGED","openedAt":"%s","fault":"CARRIER","note":"外箱破损"}""".formatted(ago(Duration.ofHours(1))))
                .statusCode(201);
        tracking("o-1")
                .body("parcels[0].openExceptions.type", contains("DAMAGED"))
                .body(
                        "parcels[0].openExceptions.openedAt",
                        contains(ago(Duration.ofHours(1)).toString()));
    }

    @Test
    void nothingIsExpectedAfterTheSignatureHoweverItBecameKnown() {
        sendsNow("o-1", ago(Duration.ofHours(5)));
        courier.scanned("o-1", ScanStatus.DELIVERED, ago(Duration.ofHours(1)));
        tracking("o-1")
                .body("signedAt", equalTo(ago(Duration.ofHours(1)).toString()))
                .body("parcels[0].arrival.basis", equalTo("NOT_EXPECTED"));
        sendsNow("o-2", ago(Duration.ofHours(5)));
        courier.put(
                "/v1/shops/" + courier.shopId() + "/orders/o-2/signature",
                "{\"signedAt\":\"" + ago(Duration.ofHours(1)) + "\"}");
        tracking("o-2").body("parcels[0].arrival.basis", equalTo("NOT_EXPECTED"));
    }

    @Test
    void anOrderIsFoundByItsIdAloneUnlessTwoShopsHaveIt() {
        String orderId = "o-" + UUID.randomUUID().toString().substring(0, 13);
        var other = Courier.anew();
        courier.sends(orderId, 0);
        String address = "/v1/orders/" + orderId + "/tracking";
        given().get(address).then().statusCode(200).body("shopId", equalTo(courier.shopId()));
        other.sends(orderId, 0);
        List<String> shops = given().get(address)
                .then()
                .statusCode(409)
                .body("code", equalTo("order-ambiguous"))
                .extract()
                .path("shopIds");
        assertThat(shops).containsExactlyInAnyOrder(courier.shopId(), other.shopId());
        given().get(address + "?shopId=" + other.shopId())
                .then()
                .statusCode(200)
                .body("shopId", equalTo(other.shopId()))
                .body("parcels[0].carrier", equalTo(other.code()));
    }

    @Test
    void anOrderWithoutParcelsIsShownWithoutAny() {
        courier.paid("o-1", 0, 96);
        tracking("o-1").statusCode(200).body("parcels", hasSize(0));
    }

    @Test
    void anUnknownOrderIsNotFound() {
        tracking("o-1").statusCode(404).body("code", equalTo("unknown-order"));
        given().get("/v1/orders/o-" + UUID.randomUUID() + "/tracking")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-order"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/orders/订单/tracking", "/v1/orders/o-1/tracking?shopId=店", "/v1/shops/店/orders/o-1/tracking"})
    void aBadIdIsRefused(String address) {
        given().get(address).then().statusCode(400).body("code", equalTo("invalid-field"));
    }

    @Test
    void theDocumentTellsBothAddresses() {
        given().get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.'/v1/orders/{orderId}/tracking'.get.responses.keySet()",
                        hasItems("200", "400", "404", "409"))
                .body(
                        "paths.'/v1/shops/{shopId}/orders/{orderId}/tracking'.get.responses.keySet()",
                        hasItems("200", "400", "404"));
    }
}
