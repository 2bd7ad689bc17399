package org.shopscore.logistics.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

/** What is agreed with an order, and edited. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class OrderTermsTest {

    private final Feed feed = Feed.anew();

    private String body(String more) {
        return """
                {"paidAt":"%s","pickupDueAt":"%s","deliveryPromisedAt":"%s"%s}""".formatted(feed.paidAt(), feed.ahead(), feed.ahead(), more);
    }

    private ValidatableResponse edit(String ifMatch, String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(body)
                .put(feed.address())
                .then();
    }

    @Test
    void whereAnOrderGoesAndWhatKindOfGoodsItHoldsIsKept() {
        feed.put("", body("""
                ,"kind":"PRESALE","availableAt":"%s","from":"CN-3301","to":"CN-370112","carrier":"yto\"""".formatted(feed.ahead())))
                .statusCode(201)
                .body("kind", equalTo("PRESALE"))
                .body("availableAt", equalTo(feed.ahead().toString()))
                .body("from", equalTo("CN-3301"))
                .body("to", equalTo("CN-370112"))
                .body("carrier", equalTo("yto"));
        feed.put("", body(""))
                .statusCode(409)
                .body("errors.field", equalTo(List.of("kind", "availableAt", "from", "to", "carrier")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,"from":"山东"                                    | invalid-field | from        | 山东
            ,"carrier":"YTO Express"                        | invalid-field | carrier     | YTO Express
            ,"kind":"AUCTION"                               | unknown-value | kind        | AUCTION
            ,"availableAt":"2026-03-01T00:00:00Z"           | invalid-field | availableAt | 2026-03-01T00:00:00Z
            """)
    void aRouteOrKindThatCannotBeMeantIsRefused(String more, String code, String field, String given) {
        feed.put("", body(more))
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].given", equalTo(given));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "deliveryPromisedAt":"%s" | pickupDueAt
            "pickupDueAt":"%s"        | deliveryPromisedAt
            """)
    void aDueTimeThatIsNeitherGivenNorKnownOfTheLaneIsAskedFor(String given, String missing) {
        feed.put("", "{\"paidAt\":\"" + feed.paidAt() + "\"," + given.formatted(feed.ahead()) + "}")
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("errors.field", equalTo(List.of(missing)))
                .body("errors.given", equalTo(List.of("nothing")));
    }

    @Test
    void anEditReplacesTheTermsAndSaysWhyItCorrectsWhatWasCounted() {
        feed.paid().statusCode(201).header("ETag", "\"1\"");
        edit("\"1\"", body(",\"flags\":[\"ABNORMAL\"]"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("valid", equalTo(false))
                .body("version", equalTo(2));
        var flagged = Order.paid(Terms.plain(feed.paidAt(), feed.ahead(), feed.ahead(), Set.of(Flag.ABNORMAL)));
        var events = Announced.await(feed.shopId(), OrderMeasures.of(flagged));
        assertThat(events).hasSize(2);
        assertThat(events.getLast().reason()).isEqualTo(Optional.of("edit"));
        RestAssured.given().get(feed.address() + "/history").then().body("steps.what", hasItem("EDITED"));
    }

    @Test
    void ofTwoEditsOfOneVersionTheSecondIsRefusedAndLeavesNoTrace() throws Exception {
        feed.paid();
        edit("\"1\"", body(",\"flags\":[\"GIFT\"]")).statusCode(200);
        var before = Stored.rows(feed.shopId());
        edit("\"1\"", body(",\"flags\":[\"SAMPLE\"]"))
                .statusCode(412)
                .body("code", equalTo("version-differs"))
                .body("version", equalTo(2));
        assertThat(Stored.rows(feed.shopId())).isEqualTo(before);
    }

    @Test
    void anEditOfWhatIsNotThereIsNotTaken() {
        edit("\"1\"", body("")).statusCode(404).body("code", equalTo("unknown-order"));
        edit("one", body("")).statusCode(404);
        feed.paid();
        edit("one", body("")).statusCode(400).body("errors[0].field", equalTo("If-Match"));
        edit("\"1\"", body("")).statusCode(200).body("version", equalTo(1)).body("availableAt", nullValue());
    }
}
