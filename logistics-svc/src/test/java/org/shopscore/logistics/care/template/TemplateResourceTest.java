package org.shopscore.logistics.care.template;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;

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
class TemplateResourceTest {

    private final String address = "/v1/shops/shop-" + UUID.randomUUID() + "/care/templates";

    @Test
    void aShopHasTheShippedTextsOfAllStagesInChineseAndEnglish() {
        given().get(address)
                .then()
                .statusCode(200)
                .body("templates.size()", equalTo(16))
                .body("templates.language.unique()", equalTo(java.util.List.of("en", "zh-CN")))
                .body("templates.author.unique()", equalTo(java.util.List.of("SHIPPED")));
        given().get(address + "/SIGNED/zh-CN")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("author", equalTo("SHIPPED"))
                .body("text", containsString("已签收"));
    }

    @Test
    void aShopReplacesATextAndGoesBackToTheShippedOne() {
        put("SIGNED/zh-CN", "\"0\"", "亲，{orderId}签收啦！")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("author", equalTo("SHOP"))
                .body("text", equalTo("亲，{orderId}签收啦！"));
        given().get(address).then().body("templates.size()", equalTo(16)).body("templates.author", hasItems("SHOP"));
        put("SIGNED/zh-CN", "\"0\"", "又一个").statusCode(412).body("code", equalTo("version-differs"));
        given().header("If-Match", "\"1\"")
                .delete(address + "/SIGNED/zh-CN")
                .then()
                .statusCode(204);
        given().get(address + "/SIGNED/zh-CN")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("author", equalTo("SHIPPED"));
        put("SIGNED/zh-CN", "\"1\"", "又一个").statusCode(412);
    }

    @Test
    void aShopMayWriteInALanguageThatIsNotShipped() {
        given().get(address + "/PAID/ug").then().statusCode(404).body("code", equalTo("unknown-template"));
        put("PAID/ug", "*", "زاكاز {orderId}").statusCode(200);
        given().get(address).then().body("templates.size()", equalTo(17));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PAID/zh-CN; 您好{buyerName}; text; {buyerName}",
                "PAID/zh-CN; 运单{waybill}; text; inside brackets",
                "PAID/zh_CN; 您好; language; must be a language"
            })
    void aTextThatCannotBeMeantIsRefusedWithWhatItMustBe(String key, String text, String field, String message) {
        put(key, "*", text)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", containsString(message));
    }

    @Test
    void anUnknownStageIsRefusedByName() {
        put("ARRIVED/zh-CN", "*", "到了").statusCode(400).body("errors[0].field", equalTo("stage"));
    }

    @Test
    void aPreviewShowsTheLongestAndTheShortestTextAndStoresNothing() {
        given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body("{\"language\":\"zh-CN\",\"text\":\"订单{orderId}已发货[，运单{waybill}][，{promisedDate}前到]。\"}")
                .post(address.replace("/templates", ":preview"))
                .then()
                .statusCode(200)
                .body("text", equalTo("订单6920251118001已发货，运单YT8000000000001，2026年3月6日前到。"))
                .body("shortestText", equalTo("订单6920251118001已发货。"))
                .body("characters", equalTo(49));
        given().get(address + "/SHIPPED/zh-CN").then().body("author", equalTo("SHIPPED"));
    }

    @Test
    void theOpenApiDocumentTellsTheAddressesOfOrderCare() {
        String shop = "/v1/shops/{shopId}/";
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths", hasKey(shop + "care/messages"))
                .body("paths", hasKey(shop + "care/settings"))
                .body("paths", hasKey(shop + "care/buyers/{buyerRef}"))
                .body("paths", hasKey(shop + "care/templates/{stage}/{language}"))
                .body("paths", hasKey(shop + "care:preview"))
                .body("paths", hasKey(shop + "orders/{orderId}/placement"));
    }

    private ValidatableResponse put(String key, String ifMatch, String text) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body("{\"text\":\"" + text + "\"}")
                .put(address + "/" + key)
                .then();
    }
}
