package org.shopscore.logistics.carrier;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.shopscore.logistics.carrier.performance.IsoWeek;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.metric.BusinessDay;
import org.shopscore.platform.Await;

/** A shop that nobody else uses and its parcels with a carrier that nobody else uses, from Jinan to Beijing. */
public record Courier(String shopId, String code, Instant monday) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    public static final String FROM = "CN-370112";
    public static final String TO = "CN-110101";

    public static Courier anew() {
        String unique = UUID.randomUUID().toString();
        var monday = BusinessDay.of(Instant.now())
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(2);
        return new Courier("shop-" + unique, "c-" + unique.substring(0, 13), BusinessDay.start(monday));
    }

    /** The same shop with another carrier. */
    public Courier rival() {
        return new Courier(shopId, "r-" + UUID.randomUUID().toString().substring(0, 13), monday);
    }

    /** So many hours after the first instant of the week before last. */
    public Instant hour(long hours) {
        return monday.plus(Duration.ofHours(hours));
    }

    public String week(int later) {
        return IsoWeek.of(hour(later * 168L)).toString();
    }

    public ValidatableResponse put(String address, String body) {
        return given().contentType(ContentType.JSON).body(body).put(address).then();
    }

    public ValidatableResponse paid(String orderId, long paidHour, long promisedHour) {
        return put("/v1/shops/%s/orders/%s".formatted(shopId, orderId), """
                {"paidAt":"%s","pickupDueAt":"%s","deliveryPromisedAt":"%s","from":"%s","to":"%s","carrier":"%s"}""".formatted(
                        hour(paidHour), hour(paidHour + 48), hour(promisedHour), FROM, TO, code));
    }

    public ValidatableResponse ships(String shipmentId, String orderId, long shippedHour) {
        return put(address(shipmentId), """
                {"carrier":"%s","waybill":"%s","orderIds":["%s"],"shippedAt":"%s"}""".formatted(code, waybill(shipmentId), orderId, hour(shippedHour)));
    }

    /** Paid at the hour, promised four days later, shipped two hours after the payment. */
    public void sends(String id, long paidHour) {
        paid(id, paidHour, paidHour + 96).statusCode(201);
        ships(id, id, paidHour + 2).statusCode(201);
    }

    public ValidatableResponse scanned(String shipmentId, ScanStatus status, Instant at) {
        return put(address(shipmentId) + "/scans", """
                {"scans":[{"at":"%s","status":"%s"}]}""".formatted(at, status)).statusCode(200);
    }

    public ValidatableResponse scanned(String shipmentId, ScanStatus status, long atHour) {
        return scanned(shipmentId, status, hour(atHour));
    }

    public String address(String shipmentId) {
        return "/v1/shops/%s/shipments/%s".formatted(shopId, shipmentId);
    }

    public JsonPath performance() {
        return given().get("/v1/carriers/" + code + "/performance?from=" + FROM + "&to=" + TO)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The performance, once it is as expected or the patience is over. */
    public JsonPath performance(Predicate<JsonPath> expected) {
        Await.within(PATIENCE, () -> expected.test(performance()));
        return performance();
    }

    private String waybill(String shipmentId) {
        return (code + "-" + shipmentId).toUpperCase(Locale.ROOT);
    }
}
