package org.shopscore.logistics.care;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.shopscore.platform.Await;

/** A shop that nobody else uses, awake now unless it says otherwise, with the feeds that tell of its orders. */
public record CareShop(String shopId, Instant now) {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    public static CareShop awake() {
        var shop = new CareShop("shop-" + UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        shop.quiet(shop.local(Duration.ofHours(6)), shop.local(Duration.ofHours(7)));
        return shop;
    }

    /** The time on the wall in Shanghai, that much later than now. */
    public LocalTime local(Duration later) {
        return now.plus(later).atZone(SHANGHAI).toLocalTime();
    }

    public void quiet(LocalTime from, LocalTime until) {
        settings("{\"quietHours\":{\"from\":\"%s\",\"until\":\"%s\"}}".formatted(from, until))
                .statusCode(200);
    }

    public ValidatableResponse settings(String body) {
        return put("/care/settings", body);
    }

    /** An edit made from whatever is stored. */
    public ValidatableResponse put(String address, String body) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .put("/v1/shops/" + shopId + address)
                .then();
    }

    public void placed(String orderId, Instant at) {
        put("/orders/" + orderId + "/placement", "{\"orderedAt\":\"%s\"}".formatted(at))
                .statusCode(201);
    }

    public void paid(String orderId, Instant at) {
        paid(orderId, at, now.plus(2, ChronoUnit.DAYS), "b-" + orderId);
    }

    public void paid(String orderId, Instant at, Instant dueAt, String buyerRef) {
        tell("/orders/" + orderId, """
                {"paidAt":"%s","pickupDueAt":"%s","deliveryPromisedAt":"%s","buyerRef":"%s"}""".formatted(at, dueAt, dueAt, buyerRef));
    }

    public void pickedUp(String orderId, Instant at) {
        tell("/orders/" + orderId + "/pickup", "{\"pickedUpAt\":\"%s\"}".formatted(at));
    }

    public void signed(String orderId, Instant at) {
        tell("/orders/" + orderId + "/signature", "{\"signedAt\":\"%s\"}".formatted(at));
    }

    public void cancelled(String orderId, Instant at) {
        tell("/orders/" + orderId + "/cancellation", "{\"cancelledAt\":\"%s\"}".formatted(at));
    }

    /** @param shippedAt null when the shop does not say */
    public void shipment(String shipmentId, String waybill, Instant shippedAt, String... orderIds) {
        String shipped = shippedAt == null ? "" : ",\"shippedAt\":\"" + shippedAt + "\"";
        tell("/shipments/" + shipmentId, """
                {"carrier":"yto","waybill":"%s","orderIds":["%s"]%s}""".formatted(waybill, String.join("\",\"", orderIds), shipped));
    }

    public void wrong(String shipmentId, String exceptionId, String type) {
        tell("/shipments/" + shipmentId + "/exceptions/" + exceptionId, """
                {"type":"%s","openedAt":"%s"}""".formatted(type, now));
    }

    /** A number that no other shop's parcel has. */
    public String waybill() {
        return "YT" + shopId.substring(shopId.length() - 12).toUpperCase(Locale.ROOT);
    }

    public void scanned(String shipmentId, String status, Instant at) {
        tell("/shipments/" + shipmentId + "/scans", """
                {"scans":[{"at":"%s","status":"%s","text":"快件正在派送"}]}""".formatted(at, status));
    }

    private void tell(String address, String body) {
        int status = given().contentType(ContentType.JSON)
                .body(body)
                .put("/v1/shops/" + shopId + address)
                .statusCode();
        assertThat(status).as(address).isBetween(200, 201);
    }

    public JsonPath messages(String query) {
        return given().get("/v1/shops/" + shopId + "/care/messages" + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The order's message of the stage, once it is as wanted. */
    public Map<String, Object> message(String orderId, String stage, Predicate<Map<String, Object>> wanted) {
        String query = "orderId=" + orderId + "&stage=" + stage;
        var seen = new ArrayList<Map<String, Object>>();
        Await.within(PATIENCE, () -> {
            seen.clear();
            seen.addAll(found(query));
            return seen.stream().anyMatch(wanted);
        });
        assertThat(seen)
                .singleElement()
                .satisfies(message -> assertThat(message).matches(wanted));
        return seen.getFirst();
    }

    public Map<String, Object> message(String orderId, String stage, String state) {
        return message(orderId, stage, message -> state.equals(message.get("state")));
    }

    private List<Map<String, Object>> found(String query) {
        return messages(query).getList("messages");
    }
}
