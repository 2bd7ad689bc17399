package org.shopscore.aggregator.shop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.metric.BusinessDay;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class RegistryTest {

    @Inject
    org.shopscore.aggregator.tile.Shops counted;

    @Inject
    Profiles profiles;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    private final String shop = org.shopscore.aggregator.tile.Shops.fresh();

    @Test
    void aShopIsRegisteredOnceAndTheSameAgainChangesNothing() {
        String body =
                "{\"name\": \"乐活小铺\", \"kind\": \"BUSINESS\", \"flags\": [\"remoteAreaService\"], \"productsOnSale\": 3}";
        put(body).statusCode(201).header("ETag", "\"1\"").body("name", equalTo("乐活小铺"));
        put(body).statusCode(200).body("version", equalTo(1));
        put("{\"name\": \"乐活小铺\"}").statusCode(200).body("version", equalTo(2)).body("flags", hasSize(0));

        given().get("/v1/shops/{id}", shop)
                .then()
                .statusCode(200)
                .body("registered", equalTo(true))
                .body("name", equalTo("乐活小铺"))
                .body("$", not(hasKey("productsOnSale")));
    }

    @Test
    void anEditFromAnOlderVersionIsRefused() {
        put("{\"name\": \"一\"}").statusCode(201);
        put("{\"name\": \"二\"}").statusCode(200);

        given().contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"三\"}")
                .put("/v1/shops/{id}", shop)
                .then()
                .statusCode(412)
                .body("code", equalTo("version-differs"));
        given().get("/v1/shops/{id}", shop).then().body("name", equalTo("二"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"0\"", "\"1\""})
    void whatIsNotRegisteredIsNoVersionThatCouldBeEdited(String ifMatch) {
        given().contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body("{\"name\": \"一\"}")
                .put("/v1/shops/{id}", shop)
                .then()
                .statusCode(412)
                .body("code", equalTo("version-differs"));
        given().get("/v1/shops/{id}", shop).then().statusCode(404);
    }

    @Test
    void aShopFirstSeenInAnEventExistsAtOnceWithoutARegistration() {
        given().get("/v1/shops/{id}", shop).then().statusCode(404).body("code", equalTo("unknown-shop"));

        counted.count(shop, BusinessDay.of(clock.instant()), Map.of("order.paid", 1L));

        given().get("/v1/shops/{id}", shop)
                .then()
                .statusCode(200)
                .body("registered", equalTo(false))
                .body("$", not(hasKey("version")));
    }

    @Test
    void aRegisteredShopWithoutAnyFactHasTheScoreOfItsStage() {
        put("{\"productsOnSale\": 2}").statusCode(201);
        score().body("provisional.stage", equalTo("GROWTH")).body("provisional.published", equalTo("4.25"));

        put("{\"productsOnSale\": 0}").statusCode(200);
        score().statusCode(200)
                .body("provisional.stage", equalTo("NONE"))
                .body("provisional.noScore", equalTo("NO_PRODUCT_ON_SALE"))
                .body("provisional.published", nullValue())
                .body("provisional.level", nullValue());
        given().get("/v1/shops/{id}/score/explanation", shop)
                .then()
                .body("sentences.zh[0]", equalTo("无在售商品，近30天有效支付订单 0 单，不足 30 单：暂无体验分。"));
    }

    @Test
    void aFlagLiftsTheDimensionThatItsBonusNames() {
        counted.count(shop, BusinessDay.of(clock.instant()), Map.of("order.paid", 40L));
        String before = score().extract().path("provisional.dimensions.logistics");

        put("{\"flags\": [\"remoteAreaService\"]}").statusCode(201);

        score().body("provisional.dimensions.logistics", not(equalTo(before)))
                .body("provisional.bonuses.code", contains("REMOTE_AREA_SERVICE"));
    }

    @Test
    void whatAnotherProcessRegistersIsKnownSoonAfter() {
        pool.preparedQuery("insert into shop (shop_id, lane, flags) values ($1, 0, array['remoteAreaService'])")
                .execute(Tuple.of(shop))
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(Await.within(
                        Duration.ofSeconds(30), () -> profiles.of(shop).flags().contains("remoteAreaService")))
                .isTrue();
    }

    @Test
    void aCategoryHasItsPlaceAndTheTreeNeverClosesACircle() {
        String top = "c-" + shop;
        category(top, "{\"name\": \"食品\"}").statusCode(201);
        category(top + "-fresh", "{\"name\": \"生鲜\", \"parent\": \"" + top + "\"}")
                .statusCode(201);

        category(top, "{\"name\": \"食品\", \"parent\": \"" + top + "-fresh\"}")
                .statusCode(422)
                .body("code", equalTo("circle"));
        category(top + "-x", "{\"name\": \"x\", \"parent\": \"nowhere\"}")
                .statusCode(422)
                .body("code", equalTo("unknown-category"));
        for (String name : List.of("a\\u0000b", " 　", "\\ud83d")) {
            category(top + "-y", "{\"name\": \"" + name + "\"}")
                    .statusCode(400)
                    .body("code", equalTo("invalid-field"))
                    .body("errors.field", contains("name"));
        }
        given().get("/v1/categories/{id}", top + "-fresh")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("生鲜"))
                .body("parent", equalTo(top));
        given().get("/v1/categories/{id}", top + "-x").then().statusCode(404).body("code", equalTo("unknown-category"));
    }

    @Test
    void anEditOfACategoryNamesTheVersionItWasMadeFrom() {
        String id = "v-" + shop;
        category(id, "*", "{\"name\": \"酒\"}").statusCode(412).body("code", equalTo("version-differs"));
        category(id, "{\"name\": \"酒\"}").statusCode(201).header("ETag", "\"1\"");
        category(id, "{\"name\": \"酒\"}").statusCode(200).header("ETag", "\"1\"");
        category(id, "\"1\"", "{\"name\": \"白酒\"}").statusCode(200).body("version", equalTo(2));

        category(id, "\"1\"", "{\"name\": \"黄酒\"}")
                .statusCode(412)
                .body("code", equalTo("version-differs"))
                .body("version", equalTo(2));
        given().get("/v1/categories/{id}", id).then().body("name", equalTo("白酒"));
    }

    @Test
    void theCategoriesComePageByPage() {
        var mine = List.of("q-" + shop + "a", "q-" + shop + "b", "q-" + shop + "c");
        mine.forEach(id -> category(id, "{\"name\": \"茶\"}").statusCode(201));

        var listed = new ArrayList<String>();
        for (Optional<String> token = Optional.of(""); token.isPresent(); ) {
            var page = given().queryParam("pageSize", 2)
                    .queryParam("pageToken", token.get())
                    .get("/v1/categories")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("categories")).hasSizeLessThanOrEqualTo(2);
            listed.addAll(page.getList("categories.categoryId", String.class));
            token = Optional.ofNullable(page.getString("nextPageToken"));
        }

        assertThat(listed).containsSubsequence(mine).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theShopsOfACategoryComePageByPage() {
        String category = "p-" + shop;
        category(category, "{\"name\": \"茶\"}").statusCode(201);
        for (String id : List.of("a", "b", "c")) {
            given().contentType(ContentType.JSON)
                    .body("{\"category\": \"" + category + "\"}")
                    .put("/v1/shops/{id}", shop + id)
                    .then()
                    .statusCode(201);
        }
        String token = given().queryParam("category", category)
                .queryParam("pageSize", 2)
                .get("/v1/shops")
                .then()
                .body("shops.shopId", contains(shop + "a", shop + "b"))
                .extract()
                .path("nextPageToken");

        given().queryParam("category", category)
                .queryParam("pageSize", 2)
                .queryParam("pageToken", token)
                .get("/v1/shops")
                .then()
                .body("shops.shopId", contains(shop + "c"))
                .body("$", not(hasKey("nextPageToken")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"PRIVATE\"} | 400 | unknown-value",
                "{\"productsOnSale\": -1} | 400 | invalid-field",
                "{\"category\": \"Tee & Kaffee\"} | 400 | invalid-field",
                "{\"category\": \"nowhere\"} | 422 | unknown-category",
                "{\"flags\": [\"remote area\"]} | 400 | invalid-field",
                "{\"openedOn\": \"+999999999-01-01\"} | 400 | invalid-field",
                "{\"name\": \"a\\u0000b\"} | 400 | invalid-field",
                "{\"name\": \" 　\"} | 400 | invalid-field",
                "{\"name\": \"\\ud83d\"} | 400 | invalid-field",
                "{\"name\": \"\"} | 400 | invalid-field",
                "{\"owner\": \"某某\"} | 400 | unknown-field"
            })
    void aRegistrationThatCannotBeMeantIsRefusedAndNothingIsStored(String body, int status, String code) {
        put(body).statusCode(status).body("code", equalTo(code));

        given().get("/v1/shops/{id}", shop).then().statusCode(404);
    }

    private ValidatableResponse score() {
        return given().get("/v1/shops/{id}/score", shop).then();
    }

    private ValidatableResponse put(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/v1/shops/{id}", shop)
                .then();
    }

    private static ValidatableResponse category(String id, String ifMatch, String body) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(body)
                .put("/v1/categories/{id}", id)
                .then();
    }

    private static ValidatableResponse category(String id, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/v1/categories/{id}", id)
                .then();
    }
}
