package org.shopscore.aggregator.example;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.official.DayRuns;
import org.shopscore.platform.PlatformResource;

/** EX-10 (b) to (e): from the orders of a new shop in the log to its stage, its score and what it holds. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class GrowingShopsFromEventsTest extends FromEvents {

    /** EX-10 (b). */
    @Test
    void aShopWithTwentyNineOrdersIsInTheAllianceByItsGrowthScoreUntilItBehavesBadly() {
        openedBefore(20, 1);
        LocalDate next = day.plusDays(1);
        facts.tell(shop, day, Map.of("order.paid", 29L)).tell(shop, next, Map.of("verdict.buyer-abuse", 1L));
        awaitCounted(day, Map.of("order.paid", 29L));
        awaitCounted(next, Map.of("verdict.buyer-abuse", 1L));
        DayRuns.run(day);

        scores().body("scores.stage", contains("GROWTH")).body("scores.published", contains("4.25"));
        entitlements()
                .body(alliance("held"), equalTo(true))
                .body(alliance("why"), equalTo("GRANTED"))
                .body(alliance("findings[0].value"), equalTo("4.25"))
                .body(alliance("findings[0].growthScore"), equalTo(true));

        DayRuns.run(next);
        scores(next).body("scores.stage", contains("GROWTH")).body("scores.published", contains("4.00"));
        entitlements()
                .body("statDate", equalTo(next.toString()))
                .body(alliance("held"), equalTo(false))
                .body(alliance("why"), equalTo("REVOKED"))
                .body(alliance("findings[0].value"), equalTo("4.00"));
    }

    /** EX-10 (c). */
    @Test
    void theThirtiethOrderMakesAFormalShopFromTheRunOfItsDayOn() {
        openedBefore(20, 1);
        LocalDate next = day.plusDays(1);
        facts.tell(shop, day, Map.of("order.paid", 29L)).tell(shop, next, Map.of("order.paid", 1L));
        awaitCounted(day, Map.of("order.paid", 29L));
        awaitCounted(next, Map.of("order.paid", 1L));
        DayRuns.run(day);
        DayRuns.run(next);

        scores(day, next).body("scores.stage", contains("GROWTH", "FORMAL"));
    }

    /** EX-10 (d). */
    @Test
    void aShopThatOpenedLongAgoAndHasNoOrderHasNoScore() {
        openedBefore(120, 3);
        facts.tell(shop, day, Map.of("chat.sessions", 1L));
        awaitCounted(day, Map.of("chat.sessions", 1L));
        DayRuns.run(day);

        scores().body("scores.stage", contains("NONE"))
                .body("scores.noScore", contains("NO_PAID_ORDER"))
                .body("scores[0].published", nullValue())
                .body("scores[0].total", nullValue())
                .body("scores[0].level", nullValue());
        explanation(shop)
                .body("official.stage", equalTo("NONE"))
                .body("official.noScore", equalTo("NO_PAID_ORDER"))
                .body("official.published", nullValue())
                .body("provisional.stage", equalTo("NONE"))
                .body("provisional.published", nullValue());
    }

    /** EX-10 (e). Of the 35 orders the 4 of lucky bags are never counted, and the 2 that are refunded at once are taken back. */
    @Test
    void ordersOfLuckyBagsAndThoseRefundedAtOnceMakeNoFormalShop() {
        openedBefore(20, 1);
        for (int order = 0; order < 31; order++) {
            facts.tell(shop, day, Map.of("order.paid", 1L), "order/" + shop + "-" + order, Optional.empty());
        }
        for (int order = 0; order < 2; order++) {
            facts.tell(
                    shop,
                    day,
                    Map.of("order.paid", -1L),
                    "order/" + shop + "-" + order,
                    Optional.of("refunded 20 s after its payment"));
        }
        awaitCounted(day, Map.of("order.paid", 29L));
        DayRuns.run(day);

        scores().body("scores.stage", contains("GROWTH")).body("scores.published", contains("4.25"));
    }

    private void openedBefore(int days, int productsOnSale) {
        register(
                        shop,
                        Map.of(
                                "category",
                                category,
                                "kind",
                                "BUSINESS",
                                "openedOn",
                                day.minusDays(days).toString(),
                                "productsOnSale",
                                productsOnSale))
                .statusCode(200);
    }

    private ValidatableResponse entitlements() {
        return given().get("/v1/shops/{id}/entitlements", shop).then().statusCode(200);
    }

    private static String alliance(String figure) {
        return "entitlements.find { it.code == 'alliance' }." + figure;
    }
}
