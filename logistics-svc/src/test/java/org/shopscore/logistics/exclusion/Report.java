package org.shopscore.logistics.exclusion;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shopscore.logistics.incident.Shop;

/** A disruption as the logistics team reports it, and the orders that it takes out. */
record Report(String id, String region, Instant from, Instant to) {

    static Report of(String region, Instant from, Instant to) {
        return new Report("d-" + UUID.randomUUID(), region, from, to);
    }

    Report made() {
        put("", body(), "*");
        return this;
    }

    Report until(Instant end) {
        return new Report(id, region, from, end).made();
    }

    void withdrawn() {
        put("/withdrawal", "{\"reason\":\"登记错误\"}", "*");
    }

    /** {@code order PICKUP FROM CN-330102}, of one shop */
    List<String> orders(Shop shop) {
        return everyOrder().stream()
                .filter(one -> one.get("shopId").equals(shop.id()))
                .map(one ->
                        one.get("orderId") + " " + one.get("leg") + " " + one.get("place") + " " + one.get("region"))
                .collect(Collectors.toList());
    }

    private List<Map<String, String>> everyOrder() {
        var found = new ArrayList<Map<String, String>>();
        String token = "";
        while (token != null) {
            var page = given().queryParam("pageSize", 3)
                    .queryParam("pageToken", token)
                    .get("/v1/disruptions/" + id + "/orders")
                    .then()
                    .statusCode(200)
                    .extract();
            found.addAll(page.<List<Map<String, String>>>path("orders"));
            token = page.path("nextPageToken");
        }
        return found;
    }

    private String body() {
        return "{\"region\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"cause\":\"EPIDEMIC_CONTROL\"}"
                .formatted(region, from, to);
    }

    private void put(String path, String body, String ifMatch) {
        int status = given().contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(body)
                .put("/v1/disruptions/" + id + path)
                .then()
                .extract()
                .statusCode();
        if (status >= 300) {
            throw new AssertionError("the report was answered " + status);
        }
    }
}
