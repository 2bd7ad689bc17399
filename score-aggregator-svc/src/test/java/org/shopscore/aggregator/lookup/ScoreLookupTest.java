package org.shopscore.aggregator.lookup;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.aggregator.lookup.telling.Announcing;
import org.shopscore.aggregator.lookup.telling.LearnedShops;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.window.ShopSums;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ScoreLookupTest {

    private final long epoch = Shops.epoch();

    @Inject
    LearnedShops learned;

    @Inject
    Shops shops;

    @Inject
    Clock clock;

    private final LocalDate day = LocalDate.of(2026, 3, 1);

    @Test
    void anAnnouncedShopIsAnsweredFromMemoryToTheDigit() {
        String shop = announced(1, Window.example());

        score(shop)
                .statusCode(200)
                .body("shopId", equalTo(shop))
                .body("policyVersion", equalTo("exp-score-5/2026.1.0"))
                .body("asOf", notNullValue())
                .body("version", equalTo(epoch + ".1"))
                .body("provisional.stage", equalTo("FORMAL"))
                .body("provisional.published", equalTo("4.59"))
                .body("provisional.base", equalTo("4.5874"))
                .body("provisional.total", equalTo("4.5874"))
                .body("provisional.level", equalTo("GOOD"))
                .body("provisional.trafficWeight", equalTo("1.10"))
                .body("provisional.deductions", equalTo("0.0000"))
                .body("provisional.bonuses", hasSize(0))
                .body(
                        "provisional.dimensions",
                        equalTo(Map.of("goods", "4.5397", "logistics", "4.6657", "service", "4.6039")))
                .body("provisional.metrics", hasSize(11))
                .body("provisional.metrics[0].id", equalTo("productRating"))
                .body("provisional.metrics[0].n", equalTo(400))
                .body("provisional.metrics[0].raw", equalTo("4.680000"))
                .body("provisional.metrics[0].used", equalTo("4.680000"))
                .body("provisional.metrics[0].padding", equalTo("0.0000"))
                .body("provisional.metrics[0].points", equalTo("4.4487"))
                .body("provisional.metrics[0].weight", equalTo("0.60"))
                .body("provisional.metrics[0]", not(hasKey("noData")))
                .body("provisional.diagnostics", hasSize(14))
                .body("freshness.source", equalTo("memory"));
    }

    @Test
    void aMetricWithoutDataSaysSoAndIsNotZero() {
        String shop = announced(1, new Window().with("order.paid", 1));

        score(shop)
                .body("provisional.stage", equalTo("GROWTH"))
                .body("provisional.published", equalTo("4.25"))
                .body("provisional.metrics[0].noData", equalTo(true))
                .body("provisional.metrics[0].raw", nullValue())
                .body("provisional.metrics[0]", hasKey("raw"))
                .body("provisional.metrics[0].used", equalTo("4.700000"));
    }

    @Test
    void aVersionThatIsKnownIsNotSentAgain() {
        String shop = announced(1, Window.example());
        String tag = score(shop).extract().header("ETag");

        given().header("If-None-Match", tag)
                .get("/v1/shops/{id}/score", shop)
                .then()
                .statusCode(304);

        announce(learned, shop, epoch, 2, Window.example().with("complaint.on-time", 19));
        given().header("If-None-Match", tag)
                .get("/v1/shops/{id}/score", shop)
                .then()
                .statusCode(200)
                .body("provisional.base", equalTo("4.6189"));
    }

    @Test
    void anOlderAnnouncementNeverReplacesANewerOne() {
        String shop = announced(5, Window.example());

        announce(learned, shop, epoch, 4, new Window());
        announce(learned, shop, epoch - 1, 9, new Window());

        score(shop).body("version", equalTo(epoch + ".5")).body("provisional.published", equalTo("4.59"));
    }

    @Test
    void aShopThatIsOnlyInTheTilesIsComputedFromThem() {
        String shop = Shops.fresh();
        LocalDate today = BusinessDay.of(clock.instant());
        shops.count(shop, today, Map.of("order.paid", 20L, "chat.turns", 30L, "chat.turns-within-3min", 27L));
        shops.count(shop, today.minusDays(29), Map.of("order.paid", 12L));
        shops.count(shop, today.minusDays(30), Map.of("order.paid", 100L));

        score(shop)
                .statusCode(200)
                .body("provisional.stage", equalTo("FORMAL"))
                .body("provisional.metrics.find { it.id == 'threeMinuteReplyRate' }.points", equalTo("4.5000"))
                .body("provisional.metrics.find { it.id == 'logisticsFaultReturnRate' }.n", equalTo(32))
                .body("window", equalTo(Map.of("from", today.minusDays(29).toString(), "to", today.toString())))
                .body("$", not(hasKey("version")))
                .body("$", not(hasKey("statDate")))
                .body("freshness.source", equalTo("database"));
    }

    @Test
    void aPastDayIsComputedFromTheTilesOfItsWindow() {
        String shop = Shops.fresh();
        LocalDate statDate = LocalDate.of(2018, 3, 31);
        shops.count(shop, statDate.minusDays(30), Map.of("order.paid", 1L));
        shops.count(shop, statDate.minusDays(29), Map.of("order.paid", 10L));
        shops.count(shop, statDate, Map.of("order.paid", 100L));
        shops.count(shop, statDate.plusDays(1), Map.of("order.paid", 1000L));

        given().queryParam("statDate", "2018-03-31")
                .get("/v1/shops/{id}/score", shop)
                .then()
                .statusCode(200)
                .body("statDate", equalTo("2018-03-31"))
                .body("window", equalTo(Map.of("from", "2018-03-02", "to", "2018-03-31")))
                .body("provisional.metrics.find { it.id == 'logisticsFaultReturnRate' }.n", equalTo(110));
    }

    @Test
    void aKnownShopWithoutOrdersInTheWindowGrows() {
        String shop = Shops.fresh();
        shops.count(shop, LocalDate.of(2018, 3, 1), Map.of("order.paid", 100L));

        score(shop).statusCode(200).body("provisional.stage", equalTo("GROWTH"));
    }

    @Test
    void aShopThatNothingWasCountedForIsUnknown() {
        String shop = Shops.fresh();

        score(shop).statusCode(404).contentType("application/problem+json").body("code", equalTo("unknown-shop"));
        given().queryParam("statDate", "2018-03-31")
                .get("/v1/shops/{id}/score", shop)
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-shop"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-shop", "店铺", "a b", "a'b", "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void anIdThatNoShopCanHaveIsRefused(String id) {
        score(id)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-field"))
                .body("errors.field", contains("shopId"));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-02-30, 400, invalid-field",
        "yesterday, 400, invalid-field",
        "昨天, 400, invalid-field",
        "20180331, 400, invalid-field",
        "2999-01-01, 422, day-out-of-range",
        "1999-12-31, 422, day-out-of-range"
    })
    void aDayWithoutAScoreIsRefused(String statDate, int status, String code) {
        given().queryParam("statDate", statDate)
                .get("/v1/shops/{id}/score", Shops.fresh())
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("errors.field", contains("statDate"))
                .body("errors.given", notNullValue());
    }

    @Test
    void todayIsADayThatCanBeAskedFor() {
        String shop = Shops.fresh();
        LocalDate today = BusinessDay.of(clock.instant());
        shops.count(shop, today, Map.of("order.paid", 1L));

        given().queryParam("statDate", today.toString())
                .get("/v1/shops/{id}/score", shop)
                .then()
                .statusCode(200)
                .body("statDate", equalTo(today.toString()));
    }

    @Test
    void measuresAreListedDayByDay() {
        String shop = Shops.fresh();
        shops.count(shop, LocalDate.of(2026, 3, 1), Map.of("order.signed", 3L));
        shops.count(shop, LocalDate.of(2026, 3, 3), Map.of("order.signed", -1L, "pickup.due", 2L));
        shops.count(shop, LocalDate.of(2026, 3, 4), Map.of("order.signed", 9L));

        given().get("/v1/shops/{id}/measures?from=2026-03-01&to=2026-03-03", shop)
                .then()
                .statusCode(200)
                .body("shopId", equalTo(shop))
                .body("days.day", contains("2026-03-01", "2026-03-03"))
                .body("days[0].measures", equalTo(Map.of("order.signed", 3)))
                .body("days[1].measures", equalTo(Map.of("order.signed", -1, "pickup.due", 2)));
        given().get("/v1/shops/{id}/measures?from=2025-03-01&to=2025-03-03", shop)
                .then()
                .statusCode(200)
                .body("days", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-03-01, to",
        "to=2026-03-01, from",
        "from=2026-03-02&to=2026-03-01, from",
        "from=2025-01-01&to=2026-02-05, to",
        "from=2026-03-01&to=31.3.2026, to"
    })
    void aRangeThatCannotBeListedIsRefusedWithItsField(String query, String field) {
        given().get("/v1/shops/" + Shops.fresh() + "/measures?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("errors.field", contains(field));
    }

    @Test
    void fourHundredDaysCanBeListed() {
        String shop = Shops.fresh();
        shops.count(shop, LocalDate.of(2025, 1, 1), Map.of("order.signed", 3L));

        given().get("/v1/shops/{id}/measures?from=2025-01-01&to=2026-02-04", shop)
                .then()
                .statusCode(200);
    }

    @Test
    void measuresOfAShopThatNothingWasCountedForAreUnknown() {
        given().get("/v1/shops/{id}/measures?from=2026-03-01&to=2026-03-03", Shops.fresh())
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-shop"));
    }

    private String announced(long n, Window sums) {
        String shop = Shops.fresh();
        announce(learned, shop, epoch, n, sums);
        return shop;
    }

    private void announce(LearnedShops into, String shop, long epoch, long n, Window sums) {
        Announcing.surely(into, Lane.of(shop), epoch, n, day, List.of(new ShopSums(shop, sums)));
    }

    private static ValidatableResponse score(String shop) {
        return given().get("/v1/shops/{id}/score", shop).then();
    }
}
