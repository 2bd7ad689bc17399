package org.shopscore.logistics.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.platform.PlatformResource;

/** Whatever is refused leaves the order, its history and what was announced as they were. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class BadInputTest {

    private final Feed feed = Feed.anew();
    private Map<String, Long> before;

    @BeforeEach
    void anOrderExists() throws Exception {
        feed.paid().statusCode(201);
        before = Stored.rows(feed.shopId());
    }

    @AfterEach
    void nothingIsHalfWritten() throws Exception {
        assertThat(Stored.rows(feed.shopId())).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"pickedUpAt":"2999-01-01T00:00:00Z"}         | 422 | time-in-future | pickedUpAt | 2999-01-01T00:00:00Z
            {"pickedUpAt":"1999-01-01T00:00:00Z"}         | 422 | time-too-old   | pickedUpAt | 1999-01-01T00:00:00Z
            {"pickedUpAt":"-999999999-01-01T00:00:00Z"}   | 422 | time-too-old   | pickedUpAt | -999999999-01-01T00:00:00Z
            {"pickedUpAt":"昨天下午"}                         | 400 | wrong-type     | pickedUpAt | 昨天下午
            {"pickedUpAt":1772337600}                     | 400 | wrong-type     | pickedUpAt | 1772337600
            {"pickedUpAt":null}                           | 400 | invalid-field  | pickedUpAt | nothing
            {}                                            | 400 | invalid-field  | pickedUpAt | nothing
            {"pickedUpAt":"2026-03-01T04:00:00Z","by":"顺丰"} | 400 | unknown-field  | by         | by
            """)
    void aBadTimeOfPickupIsRefusedWithTheFieldAndWhatWasGiven(
            String body, int status, String code, String field, String given) {
        feed.put("/pickup", body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].given", equalTo(given));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "flags":["GIFT","赠品"]                                     | 400 | unknown-value | flags[1]            | 赠品
            "flags":["GIFT","GIFT","GIFT","GIFT","GIFT","GIFT"]       | 400 | invalid-field | flags               | [GIFT, GIFT, GIFT, GIFT, GIFT, GIFT]
            "flags":[null]                                            | 400 | invalid-field | flags[0]            | nothing
            "deliveryPromisedDay":"2026-03-06"                        | 400 | invalid-field | deliveryPromisedAt  | both
            "deliveryPromisedDay":"06.03.2026"                        | 400 | wrong-type    | deliveryPromisedDay | 06.03.2026
            """)
    void aBadOrderIsRefusedWithTheFieldAndWhatWasGiven(
            String member, int status, String code, String field, String given) {
        feed.other("order-2")
                .put("", """
                        {"paidAt":"%s","pickupDueAt":"%s","deliveryPromisedAt":"%s",%s}""".formatted(feed.paidAt(), feed.ahead(), feed.ahead(), member))
                .statusCode(status)
                .body("code", equalTo(code))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].given", equalTo(given));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "deliveryPromisedDay":"+999999999-12-31" | 422 | time-too-far
            "deliveryPromisedDay":"1970-01-01"       | 422 | time-too-old
            "deliveryPromisedAt":"9999-01-01T00:00:00Z" | 422 | time-too-far
            "flags":[]                               | 400 | invalid-field
            """)
    void aPromiseThatCannotBeMeantIsRefused(String promise, int status, String code) {
        feed.other("order-2")
                .put(
                        "",
                        "{\"paidAt\":\"%s\",\"pickupDueAt\":\"%s\",%s}".formatted(feed.paidAt(), feed.ahead(), promise))
                .statusCode(status)
                .body("code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({"店铺,order-1,shopId", "-shop,order-1,shopId", "shop-1,订单 一,orderId"})
    void anIdOutsideTheAlphabetIsRefused(String shopId, String orderId, String field) {
        given().get("/v1/shops/{shop}/orders/{order}", shopId, orderId)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void malformedJsonIsRefused() {
        feed.put("/signature", "{\"signedAt\":").statusCode(400).body("code", equalTo("malformed-json"));
    }

    @Test
    void anotherContentTypeIsRefused() {
        given().contentType(ContentType.XML)
                .body("<signedAt/>")
                .put(feed.address() + "/signature")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void aBodyOfTenMegabytesIsRefused() {
        feed.put("/signature", "x".repeat(10_000_000))
                .statusCode(413)
                .body("code", equalTo("body-too-large"))
                .body("detail", containsString("1048576"));
    }
}
