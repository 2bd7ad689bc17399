package org.shopscore.logistics.order;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Speaks to the service as a platform feed does, for one order of a shop that nobody else uses. */
record Feed(String shopId, String orderId, Instant now) {

    static Feed anew() {
        return of("shop-" + UUID.randomUUID());
    }

    static Feed of(String shopId) {
        return new Feed(shopId, "order-1", Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    Feed other(String orderId) {
        return new Feed(shopId, orderId, now);
    }

    /** Three days ago, so that what follows can have happened. */
    Instant paidAt() {
        return now.minus(3, ChronoUnit.DAYS);
    }

    Instant ahead() {
        return now.plus(2, ChronoUnit.DAYS);
    }

    String key() {
        return shopId + "/" + orderId;
    }

    String address() {
        return "/v1/shops/" + shopId + "/orders/" + orderId;
    }

    ValidatableResponse put(String part, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put(address() + part)
                .then();
    }

    ValidatableResponse tell(String part, String field, Instant at) {
        return put("/" + part, "{\"%s\":\"%s\"}".formatted(field, at));
    }

    ValidatableResponse paid() {
        return paid(paidAt(), ahead(), ahead());
    }

    ValidatableResponse paid(Instant paidAt, Instant pickupDueAt, Instant promisedAt) {
        return put("", """
                {"paidAt":"%s","pickupDueAt":"%s","deliveryPromisedAt":"%s"}""".formatted(paidAt, pickupDueAt, promisedAt));
    }

    ValidatableResponse pickedUp(Instant at) {
        return tell("pickup", "pickedUpAt", at);
    }

    ValidatableResponse signed(Instant at) {
        return tell("signature", "signedAt", at);
    }

    ValidatableResponse cancelled(Instant at) {
        return tell("cancellation", "cancelledAt", at);
    }

    ValidatableResponse refunded(Instant at) {
        return tell("refund", "refundedAt", at);
    }
}
