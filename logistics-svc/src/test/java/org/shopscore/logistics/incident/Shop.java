package org.shopscore.logistics.incident;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** A shop that nobody else uses, and what its feeds tell of orders and parcels. */
public record Shop(String id, Instant now) {

    public static final String FROM = "CN-330102";
    public static final String TO = "CN-370112";

    public static Shop anew() {
        return new Shop("shop-" + UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Instants are told by how long they lie back. */
    public Instant ago(Duration time) {
        return now.minus(time);
    }

    public Instant hoursAgo(long hours) {
        return ago(Duration.ofHours(hours));
    }

    /** Paid long ago and due far ahead. */
    public void order(String orderId) {
        order(orderId, FROM, TO, hoursAgo(1_000), hoursAgo(-240), hoursAgo(-480));
    }

    public void order(String orderId, String from, String to, Instant paidAt, Instant pickupDueAt, Instant promisedAt) {
        put("/orders/" + orderId, """
                {"paidAt":"%s","pickupDueAt":"%s","deliveryPromisedAt":"%s","from":"%s","to":"%s"}""".formatted(paidAt, pickupDueAt, promisedAt, from, to))
                .statusCode(201);
    }

    public void told(String orderId, String part, Instant at) {
        var field = part.equals("pickup") ? "pickedUpAt" : "signedAt";
        put("/orders/" + orderId + "/" + part, "{\"%s\":\"%s\"}".formatted(field, at))
                .statusCode(200);
    }

    /** A parcel whose waybill is of this shop and shipment alone. */
    public void shipment(String shipmentId, String... orderIds) {
        parcel(shipmentId, FROM, TO, "yto", orderIds);
    }

    public void parcel(String shipmentId, String from, String to, String carrier, String... orderIds) {
        put("/shipments/" + shipmentId, """
                {"carrier":"%s","waybill":"%s","orderIds":%s,"from":"%s","to":"%s"}""".formatted(carrier, waybill(shipmentId), json(orderIds), from, to))
                .statusCode(201);
    }

    /** A parcel that says nothing of its way. */
    public void bareParcel(String shipmentId, String... orderIds) {
        put("/shipments/" + shipmentId, """
                {"carrier":"yto","waybill":"%s","orderIds":%s}""".formatted(waybill(shipmentId), json(orderIds)))
                .statusCode(201);
    }

    public void reshipment(String shipmentId, String replaces, String... orderIds) {
        put(
                        "/shipments/" + shipmentId,
                        "{\"carrier\":\"yto\",\"waybill\":\"%s\",\"orderIds\":%s,\"replaces\":\"%s\"}"
                                .formatted(waybill(shipmentId), json(orderIds), replaces))
                .statusCode(201);
    }

    public String waybill(String shipmentId) {
        return "YT" + UUID.nameUUIDFromBytes((id + shipmentId).getBytes(StandardCharsets.UTF_8));
    }

    public String address() {
        return "/v1/shops/" + id;
    }

    public ValidatableResponse put(String path, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put(address() + path)
                .then();
    }

    private static String json(String... ids) {
        return Arrays.stream(ids).map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
