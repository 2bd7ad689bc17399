package org.shopscore.aggregator.example;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.platform.PlatformResource;

/** EX-11 (a), (b), (d) and (e): from events in the log to what more of them would do, to the digit; then they come, and do it. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class WhatIfFromEventsTest extends WindowOfToday {

    /**
     * EX-11 (a). With 140347 stars of 30000 ratings, 4.4399 points, the base is 4.5850 by the 90th turn, which is published as 4.59, and 4.5849
     * by the 89th.
     */
    @Test
    void ninetyTurnsInTimeInARowLiftTheReplyRateToNinetyPercent() {
        tell(exampleBut(Map.of(
                "chat.turns",
                200L,
                "chat.turns-within-3min",
                171L,
                "review.stars",
                140347L,
                "review.orders-rated",
                30000L)));
        replies("85.500000", "4.2750");

        reaching("4.59")
                .body("now.base", equalTo("4.5692"))
                .body("now.published", equalTo("4.57"))
                .body(way("threeMinuteReplyRate", "facts"), equalTo(90))
                .body(way("threeMinuteReplyRate", "value"), equalTo("90.000000"))
                .body(way("threeMinuteReplyRate", "points"), equalTo("4.5000"))
                .body(way("threeMinuteReplyRate", "base"), equalTo("4.5850"));
        changed(Map.of("chat.turns", 89, "chat.turns-within-3min", 89)).body("then.base", equalTo("4.5849"));

        facts.tell(shop, yesterday(), Map.of("chat.turns", 90L, "chat.turns-within-3min", 90L));
        awaitCounted(yesterday(), Map.of("chat.turns", 290L, "chat.turns-within-3min", 261L));
        replies("90.000000", "4.5000");
        explanation(shop).body("provisional.base", equalTo("4.5850"));
    }

    /** EX-11 (b). With 1760 of 2000 turns in time, 4.4000 points, the base is 4.5267 by the 100th rating, and 4.5234 by the 99th. */
    @Test
    void aHundredRatingsOfFiveStarsLiftTheRatingToItsKnot() {
        tell(exampleBut(Map.of("review.stars", 1820L, "chat.turns-within-3min", 1760L)));
        figures("productRating", "4.550000", "2.9494");

        reaching("4.53")
                .body("now.base", equalTo("4.1756"))
                .body(way("productRating", "facts"), equalTo(100))
                .body(way("productRating", "value"), equalTo("4.640000"))
                .body(way("productRating", "points"), equalTo("4.2500"))
                .body(way("productRating", "base"), equalTo("4.5267"));
        changed(Map.of("review.stars", 495, "review.orders-rated", 99)).body("then.base", equalTo("4.5234"));

        facts.tell(shop, yesterday(), Map.of("review.stars", 500L, "review.orders-rated", 100L));
        awaitCounted(yesterday(), Map.of("review.stars", 2320L, "review.orders-rated", 500L));
        figures("productRating", "4.640000", "4.2500");
    }

    /** EX-11 (d). */
    @ParameterizedTest
    @CsvSource({
        "complaint.on-time, 1, complaint.due, 0, service, 4.6939, 4.6189, 4.62",
        "review.stars, 40, review.orders-rated, 8, goods, 4.5584, 4.5958, 4.60",
        "review.stars, 35, review.orders-rated, 7, goods, 4.5561, 4.5948, 4.59",
        "chat.turns-within-3min, 100, chat.turns, 0, service, 4.7039, 4.6224, 4.62"
    })
    void theFullScoreReaches460InThreeWaysAndNotWithSevenRatings(
            String numerator,
            int more,
            String denominator,
            int cases,
            String dimension,
            String points,
            String base,
            String published) {
        tell(example());

        changed(Map.of(numerator, more, denominator, cases))
                .body("now.base", equalTo("4.5874"))
                .body("now.published", equalTo("4.59"))
                .body("then.dimensions." + dimension, equalTo(points))
                .body("then.base", equalTo(base))
                .body("then.published", equalTo(published));
    }

    /** EX-11 (d), asked the other way round. */
    @Test
    void theWaysTo460AreFound() {
        tell(example());

        reaching("4.60")
                .body("target.isReached", equalTo(false))
                .body("target.ways[0].metric", equalTo("complaintOnTimeRate"))
                .body("target.ways[0].kind", equalTo("BAD_TURNED_GOOD"))
                .body("target.ways[0].facts", equalTo(1))
                .body("target.ways[0].value", equalTo("95.000000"))
                .body("target.ways[0].points", equalTo("4.6000"))
                .body("target.ways[0].base", equalTo("4.6189"))
                .body(way("productRating", "facts"), equalTo(8))
                .body(way("productRating", "value"), equalTo("4.686275"))
                .body(way("productRating", "base"), equalTo("4.5958"))
                .body(way("productRating", "published"), equalTo("4.60"));
    }

    /** EX-11 (e). */
    @Test
    void oneRatingOfOneStarCostsWhatWasSaidOfItBeforeItCame() {
        tell(exampleBut(Map.of("review.stars", 1871L, "review.orders-rated", 399L)));
        figures("productRating", "4.689223", "4.4945");

        given().get("/v1/shops/{id}/score/attribution", shop)
                .then()
                .statusCode(200)
                .body("now.dimensions.goods", equalTo("4.5672"))
                .body("now.base", equalTo("4.5997"))
                .body(badRating("amounts"), equalTo(Map.of("review.orders-rated", 1, "review.stars", 1)))
                .body(badRating("base"), equalTo("-0.0123"))
                .body(badRating("total"), equalTo("-0.0123"));

        facts.tell(shop, yesterday(), Map.of("review.stars", 1L, "review.orders-rated", 1L));
        awaitCounted(yesterday(), Map.of("review.stars", 1872L, "review.orders-rated", 400L));
        explanation(shop).body("provisional.base", equalTo("4.5874"));
    }

    private static String badRating(String figure) {
        return "facts.find { it.metric == 'productRating' && it.kind == 'MORE_BAD' }." + figure;
    }

    private static String way(String metric, String figure) {
        return "target.ways.find { it.metric == '" + metric + "' && it.kind == 'MORE_GOOD' }." + figure;
    }

    private ValidatableResponse changed(Map<String, Integer> changes) {
        var asked = new HashMap<>(changes);
        asked.values().removeIf(amount -> amount == 0);
        return ask(Map.of("changes", asked));
    }

    private ValidatableResponse reaching(String target) {
        return ask(Map.of("target", target));
    }

    private ValidatableResponse ask(Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/shops/{id}/what-if", shop)
                .then()
                .statusCode(200);
    }
}
