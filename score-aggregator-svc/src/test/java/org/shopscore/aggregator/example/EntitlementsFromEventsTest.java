package org.shopscore.aggregator.example;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.official.DayRuns;
import org.shopscore.platform.PlatformResource;

/**
 * EX-12: from events in the log by one official run a day to what a shop holds. The facts of the first day give, by the knots, goods 0.6 x 4.25
 * + 0.4 x 4.00 = 4.1500, logistics 5.0000 and, with 80 of 100 turns in time, service 4.1000: base 1.8675 + 1.0000 + 1.4350 = 4.3025. One percent
 * of the turns less, down to none, is 0.05 points less, of the base 0.0035.
 */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class EntitlementsFromEventsTest extends FromEvents {

    private static final Map<String, Long> FIRST_DAY = Map.ofEntries(
            Map.entry("review.stars", 464L), // 4.64: 4.2500
            Map.entry("review.orders-rated", 100L),
            Map.entry("goods.quality-returns", 131L), // 1.31 %: 4.0000
            Map.entry("order.signed", 10_000L),
            Map.entry("pickup.on-time", 100L), // all: 5.0000
            Map.entry("pickup.due", 100L),
            Map.entry("delivery.on-time", 100L), // all: 5.0000
            Map.entry("delivery.due", 100L),
            Map.entry("order.paid", 100L), // no fault of logistics: 5.0000
            Map.entry("chat.sessions-rated", 100L), // none dissatisfied: 5.0000
            Map.entry("case.ratings-satisfied", 80L), // 80 %: 4.0000
            Map.entry("case.ratings", 100L),
            Map.entry("refund.on-time", 100L), // all: 5.0000
            Map.entry("refund.due", 100L),
            Map.entry("complaint.on-time", 70L), // 70 %: 3.0000
            Map.entry("complaint.due", 100L),
            Map.entry("help.orders-escalated", 2L), // 2 %: 3.0000
            Map.entry("help.orders-asking", 100L));

    /** Of a hundred more turns a day after the first 80 of 100; of all so far 74, 69, 63, 57, 51 and 46 %. */
    private static final List<Long> IN_TIME = List.of(68L, 59L, 45L, 33L, 21L, 16L);

    /**
     * Three days before them a verdict still costs 0.15, so that no mean of fewer days grants the campaign: it was given 30 days before the
     * first of the seven.
     */
    @Test
    void sevenDaysWithAMeanOf424RefuseTheCampaignTakeTheAllianceAndKeepAds() {
        day = day.plusDays(20);
        tellFirstDay(80);
        tell(3 - 30, Map.of("verdict.invoice-refused", 1L));
        for (int n = 0; n < IN_TIME.size(); n++) {
            tell(4 + n, Map.of("chat.turns", 100L, "chat.turns-within-3min", IN_TIME.get(n)));
        }
        runDays(0, 9);

        LocalDate last = day.plusDays(9);
        scores(day, day.plusDays(2)).body("scores.published", contains("4.15", "4.15", "4.15"));
        scores(day.plusDays(3), last)
                .body("scores.base", contains("4.3025", "4.2815", "4.2640", "4.2430", "4.2220", "4.2010", "4.1835"))
                .body("scores.published", contains("4.30", "4.28", "4.26", "4.24", "4.22", "4.20", "4.18"))
                .body("scores.entitlements[2]", hasItem("alliance"))
                .body("scores.entitlements[3]", not(hasItem("alliance")))
                .body("scores.entitlements.flatten()", not(hasItem("campaign")));
        entitlements()
                .body("statDate", equalTo(last.toString()))
                .body(held("campaign", "held"), equalTo(false))
                .body(held("campaign", "why"), equalTo("NOT_GRANTED"))
                .body(held("campaign", "findings[0].value"), equalTo("4.24"))
                .body(held("campaign", "findings[0].than"), equalTo("4.25"))
                .body(held("campaign", "findings[0].days"), hasSize(7))
                .body(held("alliance", "held"), equalTo(false))
                .body(held("alliance", "findings[0].value"), equalTo("4.18"))
                .body(held("ads", "held"), equalTo(true))
                .body(held("ads", "why"), equalTo("KEPT"))
                .body(held("ads", "since"), equalTo(day.toString()));
    }

    /** Two verdicts: 4.3025 - 0.30 = 4.0025; three: 3.8525. */
    @Test
    void aCategoryLicenceIsKeptWhileOneOfFourteenDaysHas400AndLostOnTheDayAfter() {
        tellFirstDay(80);
        tell(1, Map.of("verdict.invoice-refused", 2L));
        tell(2, Map.of("verdict.invoice-refused", 1L));
        runDays(0, 14);

        scores(day, day.plusDays(14))
                .body("scores[0].published", equalTo("4.30"))
                .body("scores[1].published", equalTo("4.00"))
                .body("scores[2..14].published", equalTo(Collections.nCopies(13, "3.85")));
        entitlements()
                .body(held("categoryLicence", "held"), equalTo(true))
                .body(held("categoryLicence", "since"), equalTo(day.toString()))
                .body(held("categoryLicence", "why"), equalTo("KEPT"));

        runDays(15, 15);
        scores(day.plusDays(15)).body("scores.published", contains("3.85"));
        entitlements()
                .body(held("categoryLicence", "held"), equalTo(false))
                .body(held("categoryLicence", "why"), equalTo("REVOKED"));
    }

    /**
     * With 66 of 100 turns in time the base is 4.2535. Brushing and three verdicts: 4.2535 - 0.75 - 0.45 = 3.0535; the third counts for 30 days,
     * the last of them the sixth here: 3.2035.
     */
    @Test
    void sixDaysBelow320RecommendNothingAndTheCaseStaysOpenUntilSevenDaysAreAtLeast320() {
        day = day.plusDays(20);
        tellFirstDay(66);
        tell(0, Map.of("verdict.brushing", 1L, "verdict.invoice-refused", 2L));
        tell(-24, Map.of("verdict.invoice-refused", 1L));
        runDays(0, 5);
        scores(day, day.plusDays(5)).body("scores.published", equalTo(Collections.nCopies(6, "3.05")));
        reviews().body("cases.state", contains("OPEN")).body("cases.recommended", contains(false));

        runDays(6, 6);
        scores(day.plusDays(6)).body("scores.total", contains("3.2035")).body("scores.published", contains("3.20"));
        reviews()
                .body("cases.state", contains("OPEN"))
                .body("cases.openedBy", contains(day.toString()))
                .body("cases.recommended", contains(false));

        runDays(7, 11);
        reviews().body("cases.state", contains("OPEN"));

        runDays(12, 12);
        scores(day.plusDays(6), day.plusDays(12)).body("scores.published", equalTo(Collections.nCopies(7, "3.20")));
        reviews()
                .body("cases.state", contains("RECOVERED"))
                .body("cases.closedBy", contains(day.plusDays(12).toString()));
    }

    private void tellFirstDay(long turnsInTime) {
        var amounts = new HashMap<>(FIRST_DAY);
        amounts.put("chat.turns", 100L);
        amounts.put("chat.turns-within-3min", turnsInTime);
        tell(0, amounts);
    }

    private void tell(int after, Map<String, Long> amounts) {
        facts.tell(shop, day.plusDays(after), amounts);
        awaitCounted(day.plusDays(after), amounts);
    }

    private void runDays(int first, int last) {
        for (int n = first; n <= last; n++) {
            DayRuns.run(day.plusDays(n));
        }
    }

    private ValidatableResponse entitlements() {
        return given().get("/v1/shops/{id}/entitlements", shop).then().statusCode(200);
    }

    private static String held(String code, String figure) {
        return "entitlements.find { it.code == '" + code + "' }." + figure;
    }
}
