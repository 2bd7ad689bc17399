package org.shopscore.logistics.shipment;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shopscore.logistics.scan.ScanStatus;

/** Speaks to the service as a shop that nobody else uses, and as its carriers. */
public record Warehouse(String shopId, Instant now) {

    /** A status at so many hours after the payment. */
    public record Told(ScanStatus status, long hours) {}

    public static Warehouse anew() {
        return new Warehouse("shop-" + UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Five days ago, so that what follows can have happened. */
    public Instant paidAt() {
        return now.minus(5, ChronoUnit.DAYS);
    }

    public Instant hours(long afterPayment) {
        return paidAt().plus(afterPayment, ChronoUnit.HOURS);
    }

    public String shop() {
        return "/v1/shops/" + shopId;
    }

    public String waybill(String shipmentId) {
        return ("W-" + shopId.substring(5, 23) + "-" + shipmentId).toUpperCase(java.util.Locale.ROOT);
    }

    public ValidatableResponse put(String part, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put(shop() + part)
                .then();
    }

    public ValidatableResponse edit(String part, long version, String body) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(shop() + part)
                .then();
    }

    public ValidatableResponse get(String part) {
        return given().get(shop() + part).then();
    }

    /** Pickup due two days after the payment, delivery promised after six, which is still ahead. */
    public ValidatableResponse paid(String orderId) {
        return put("/orders/" + orderId, """
                {"paidAt":"%s","pickupDueAt":"%s","deliveryPromisedAt":"%s"}""".formatted(paidAt(), hours(48), hours(144)));
    }

    public ValidatableResponse declare(String shipmentId, String... orderIds) {
        return put("/shipments/" + shipmentId, body(waybill(shipmentId), "", orderIds));
    }

    public ValidatableResponse replace(String replaced, String shipmentId, String... orderIds) {
        return put(
                "/shipments/" + shipmentId, body(waybill(shipmentId), ",\"replaces\":\"" + replaced + "\"", orderIds));
    }

    public String body(String waybill, String more, String... orderIds) {
        String orders = Arrays.stream(orderIds).map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        return "{\"carrier\":\"yto\",\"waybill\":\"" + waybill + "\",\"orderIds\":[" + orders + "]" + more + "}";
    }

    public ValidatableResponse scan(String shipmentId, Told... scans) {
        return scan(shipmentId, List.of(scans));
    }

    public ValidatableResponse scan(String shipmentId, List<Told> scans) {
        String told = scans.stream()
                .map(scan -> "{\"at\":\"%s\",\"status\":\"%s\"}".formatted(hours(scan.hours), scan.status))
                .collect(Collectors.joining(","));
        return put("/shipments/" + shipmentId + "/scans", "{\"scans\":[" + told + "]}");
    }

    public ValidatableResponse shipment(String shipmentId) {
        return get("/shipments/" + shipmentId);
    }

    public ValidatableResponse order(String orderId) {
        return get("/orders/" + orderId);
    }
}
