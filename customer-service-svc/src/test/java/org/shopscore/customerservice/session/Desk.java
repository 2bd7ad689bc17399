package org.shopscore.customerservice.session;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.shopscore.customerservice.session.Message.Author;
import org.shopscore.customerservice.session.Session.StartsWith;
import org.shopscore.metric.BusinessDay;

/** Speaks to the service as a chat desk does, for one session of a shop that nobody else uses. */
record Desk(String shopId, String sessionId, Instant start) {

    /** Yesterday at ten in Shanghai, so that it counts and everything after it can have happened. */
    static Desk anew() {
        return of("shop-" + UUID.randomUUID());
    }

    static Desk of(String shopId) {
        var yesterday = BusinessDay.of(Instant.now()).minusDays(1);
        return new Desk(
                shopId,
                "c-1",
                yesterday.atTime(LocalTime.of(10, 0)).atZone(BusinessDay.ZONE).toInstant());
    }

    Desk other(String sessionId) {
        return new Desk(shopId, sessionId, start);
    }

    Instant at(long second) {
        return start.plusSeconds(second);
    }

    String address() {
        return "/v1/shops/" + shopId + "/sessions/" + sessionId;
    }

    ValidatableResponse put(String part, String body) {
        return given().contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put(address() + part)
                .then();
    }

    ValidatableResponse starts(StartsWith startsWith) {
        return put("", "{\"startedAt\":\"%s\",\"startsWith\":\"%s\"}".formatted(start, startsWith));
    }

    ValidatableResponse handedOver(long second) {
        return put("/handover", "{\"handedOverAt\":\"%s\"}".formatted(at(second)));
    }

    ValidatableResponse says(String messageId, Author author, long second) {
        return says(messageId, author, at(second));
    }

    ValidatableResponse says(String messageId, Author author, Instant sentAt) {
        return put("/messages/" + messageId, "{\"author\":\"%s\",\"sentAt\":\"%s\"}".formatted(author, sentAt));
    }

    ValidatableResponse get() {
        return given().get(address()).then();
    }
}
