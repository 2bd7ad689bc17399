package org.shopscore.logistics.care.setting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.care.CareProfile;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
@TestProfile(CareProfile.class)
class SettingsResourceTest {

    private final String address = "/v1/shops/shop-" + UUID.randomUUID() + "/care";

    @Test
    void aShopThatHasChosenNothingHasTheShippedSettings() {
        given().get(address + "/settings")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("language", equalTo("zh-CN"))
                .body("quietHours.from", equalTo("21:00:00"))
                .body("quietHours.until", equalTo("08:00:00"))
                .body("quietHours.zone", equalTo("Asia/Shanghai"))
                .body("stages.size()", equalTo(8))
                .body("stages.values().enabled", everyItem(equalTo(true)));
    }

    @Test
    void whatAShopLeavesOutIsAsShippedAndAnEditReplacesTheChoiceBefore() {
        put("\"0\"", "{\"language\":\"en\",\"stages\":{\"PAID\":{\"enabled\":false}}}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("language", equalTo("en"))
                .body("stages.PAID.enabled", equalTo(false))
                .body("stages.PAID.channel", equalTo("IN_APP"))
                .body("quietHours.from", equalTo("21:00:00"));
        put("\"1\"", "{\"quietHours\":{\"until\":\"07:30\",\"zone\":\"Asia/Urumqi\"}}")
                .statusCode(200)
                .body("language", equalTo("zh-CN"))
                .body("stages.PAID.enabled", equalTo(true))
                .body("quietHours.from", equalTo("21:00:00"))
                .body("quietHours.until", equalTo("07:30:00"))
                .body("quietHours.zone", equalTo("Asia/Urumqi"));
        given().get(address + "/settings").then().header("ETag", "\"2\"").body("quietHours.until", equalTo("07:30:00"));
    }

    @Test
    void anEditFromAnotherVersionThanTheStoredOneIsRefused() {
        put("\"0\"", "{\"language\":\"en\"}").statusCode(200);
        put("\"0\"", "{\"language\":\"zh-CN\"}").statusCode(412).body("code", equalTo("version-differs"));
        put(null, "{\"language\":\"zh-CN\"}").statusCode(428).body("code", equalTo("version-required"));
        given().get(address + "/settings").then().body("language", equalTo("en"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"language\":\"中文\"}; language; invalid-field",
                "{\"quietHours\":{\"from\":\"08:00\"}}; quietHours.until; invalid-field",
                "{\"quietHours\":{\"from\":\"25:00\"}}; quietHours.from; wrong-type",
                "{\"quietHours\":{\"zone\":\"Asia/Nowhere\"}}; quietHours.zone; wrong-type",
                "{\"stages\":{\"ARRIVED\":{\"enabled\":true}}}; stages; unknown-value",
                "{\"stages\":{\"PAID\":{\"channel\":\"FAX\"}}}; stages.PAID.channel; unknown-value",
                "{\"colour\":1}; colour; unknown-field"
            })
    void aBadFieldIsNamedAndNothingIsStored(String body, String field, String code) {
        put("\"0\"", body).statusCode(400).body("code", equalTo(code)).body("errors[0].field", equalTo(field));
        given().get(address + "/settings").then().header("ETag", "\"0\"");
    }

    @Test
    void ofABuyersChoicesTheLatestHoldsInWhateverOrderTheyAreTold() {
        given().get(address + "/buyers/b-1").then().statusCode(404).body("code", equalTo("unknown-buyer"));
        choose("b-1", true, "2026-03-02T00:00:00Z").statusCode(200).body("optedOut", equalTo(true));
        choose("b-1", false, "2026-03-01T00:00:00Z").statusCode(200).body("optedOut", equalTo(true));
        choose("b-1", false, "2026-03-03T00:00:00Z").statusCode(200).body("optedOut", equalTo(false));
        given().get(address + "/buyers/b-1")
                .then()
                .statusCode(200)
                .body("optedOut", equalTo(false))
                .body("language", equalTo("en"))
                .body("changedAt", equalTo("2026-03-03T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"13812345678", "8613812345678", "wang@example", "王小明"})
    void aBuyerIsNamedByAnOpaqueReferenceAlone(String person) {
        choose(person, true, "2026-03-02T00:00:00Z")
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("errors[0].field", equalTo("buyerRef"));
    }

    private ValidatableResponse put(String ifMatch, String body) {
        var request = given().contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(address + "/settings")
                .then();
    }

    private ValidatableResponse choose(String buyer, boolean optedOut, String changedAt) {
        return given().contentType(ContentType.JSON)
                .body("{\"optedOut\":%s,\"language\":\"en\",\"changedAt\":\"%s\"}".formatted(optedOut, changedAt))
                .put(address + "/buyers/{buyer}", buyer)
                .then();
    }
}
