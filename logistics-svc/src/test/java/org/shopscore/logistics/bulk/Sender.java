package org.shopscore.logistics.bulk;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Sends files as an operator does, for a shop and under an import's id that nobody else uses. */
public record Sender(String importId, String shopId, Instant now) {

    public static final String CSV = "text/csv; charset=utf-8";
    public static final String NDJSON = "application/x-ndjson";

    public static Sender anew() {
        var name = UUID.randomUUID().toString();
        return new Sender("import-" + name, "shop-" + name, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    public Sender again() {
        return new Sender("import-" + UUID.randomUUID(), shopId, now);
    }

    public Instant daysAgo(int days) {
        return now.minus(days, ChronoUnit.DAYS);
    }

    public ValidatableResponse put(String query, String type, String file) {
        return put(query, type, file.getBytes(StandardCharsets.UTF_8));
    }

    public ValidatableResponse put(String query, String type, byte[] file) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(NDJSON, io.restassured.http.ContentType.TEXT)))
                .contentType(type)
                .body(file)
                .put(address() + "?" + query)
                .then();
    }

    /** Orders of the shop, as a table. */
    public ValidatableResponse orders(String... lines) {
        return put("kind=orders&shopId=" + shopId, CSV, String.join("\n", lines) + "\n");
    }

    public ValidatableResponse get(String part) {
        return given().get(address() + part).then();
    }

    public ValidatableResponse order(String orderId, String part) {
        return given().get("/v1/shops/" + shopId + "/orders/" + orderId + part).then();
    }

    public String address() {
        return "/v1/imports/" + importId;
    }
}
