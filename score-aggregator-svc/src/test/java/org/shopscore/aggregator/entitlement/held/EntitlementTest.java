package org.shopscore.aggregator.entitlement.held;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.change.ChangesRead;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** From published scores to entitlements, their changes and reviews; the days are long before those of all other tests. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class EntitlementTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate FIRST = LocalDate.of(2003, 3, 1);

    @Inject
    Pool pool;

    @Inject
    Corrected corrected;

    private final String shop = Shops.fresh();

    @Test
    void theSevenDaysOfTheExampleRefuseTheCampaignTakeTheAllianceAndKeepAds() {
        publish("4.30", "4.28", "4.26", "4.24", "4.22", "4.20", "4.18");

        entitlements()
                .statusCode(200)
                .body("shopId", equalTo(shop))
                .body("statDate", equalTo("2003-03-07"))
                .body("policyVersion", equalTo("exp-score-5/2026.1.0"))
                .body(
                        "entitlements.code",
                        contains("ads", "alliance", "campaign", "premiumBadge", "categoryLicence", "fastSettlement"))
                .body("entitlements[0].held", equalTo(true))
                .body("entitlements[0].since", equalTo("2003-03-01"))
                .body("entitlements[0].why", equalTo("KEPT"))
                .body("entitlements[0].earliest", nullValue())
                .body("entitlements[1].held", equalTo(false))
                .body("entitlements[1].why", equalTo("NOT_GRANTED"))
                .body("entitlements[1].findings[0].value", equalTo("4.18"))
                .body("entitlements[1].findings[0].than", equalTo("4.25"))
                .body("entitlements[1].findings[0].days.statDate", contains("2003-03-07"))
                .body("entitlements[1].earliest", equalTo("2003-03-08"))
                .body("entitlements[1].reason.zh", containsString("2003-03-07 的体验分为 4.18"))
                .body("entitlements[1].reason.en", containsString("the score of 2003-03-07 is 4.18, not at least 4.25"))
                .body("reviews[0].code", equalTo("terminationReview"))
                .body("reviews[0].open", equalTo(false));
    }

    @Test
    void aMeanOfExactly424IsShownWithTheSevenDaysThatMakeIt() {
        publish("4.10", "4.00", "4.10", "4.30", "4.28", "4.26", "4.24", "4.22", "4.20", "4.18");

        entitlements()
                .body("entitlements[2].code", equalTo("campaign"))
                .body("entitlements[2].held", equalTo(false))
                .body("entitlements[2].findings[0].kind", equalTo("MEAN"))
                .body("entitlements[2].findings[0].value", equalTo("4.24"))
                .body("entitlements[2].findings[0].days", hasSize(7))
                .body("entitlements[2].reason.zh", containsString("近 7 天均值为 4.24"));
    }

    @Test
    void aCorrectedDayIsJudgedAgainToTheNewestOneAndTheDifferenceIsTold() {
        publish("4.10", "4.10", "3.90");
        entitlements().body("entitlements[0].held", equalTo(false)).body("evaluation", equalTo(0));

        revise(FIRST.plusDays(2), 1, "4.05");
        corrected.note(pool, FIRST.plusDays(2), shop).await().atMost(Shops.SOON);

        assertThat(Await.within(PATIENCE, () -> held("ads"))).isTrue();
        entitlements()
                .body("evaluation", equalTo(1))
                .body("entitlements[0].since", equalTo("2003-03-01"))
                .body("entitlements[0].why", equalTo("KEPT"));
        assertThat(Await.within(PATIENCE, () -> told().size() == 1)).isTrue();
        assertThat(told().getLast())
                .containsEntry("code", "ads")
                .containsEntry("held", true)
                .containsEntry("corrected", true);
    }

    @Test
    void aReviewIsOpenedOnceDecidedByAPersonAndByNobodyElse() {
        publish("3.19", "3.10", "3.15", "3.00", "3.10", "3.05", "3.19");

        entitlements()
                .body("reviews[0].open", equalTo(true))
                .body("reviews[0].recommended", equalTo(true))
                .body("reviews[0].since", equalTo("2003-03-01"))
                .body("reviews[0].earliest", equalTo("2003-03-14"));
        var open = cases().body("cases", hasSize(1))
                .body("cases[0].state", equalTo("OPEN"))
                .body("cases[0].recommended", equalTo(true))
                .body("cases[0].openedBy", equalTo("2003-03-07"))
                .extract()
                .jsonPath();
        String id = open.getString("cases[0].caseId");
        String tag = given().get("/v1/termination-reviews/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        decide(id, null, "END_COOPERATION", "连续七天低于 3.20").statusCode(428);
        decide(id, "\"7\"", "END_COOPERATION", "连续七天低于 3.20").statusCode(412);
        decide(id, tag, "END_COOPERATION", "").statusCode(400).body("errors[0].field", equalTo("reason"));
        decide(id, tag, "END_COOPERATION", "连续七天低于 3.20")
                .statusCode(200)
                .body("state", equalTo("DECIDED"))
                .body("decision.outcome", equalTo("END_COOPERATION"))
                .body("decision.actor", equalTo("operator-17"))
                .body("decision.reason", equalTo("连续七天低于 3.20"));
        decide(id, tag, "END_COOPERATION", "连续七天低于 3.20").statusCode(200).body("version", equalTo(2));
        decide(id, tag, "CONTINUE", "再给一次机会").statusCode(409).body("code", equalTo("case-closed"));
        assertThat(Await.within(
                        PATIENCE,
                        () -> told("reviews/terminationReview").stream()
                                .anyMatch(event -> "END_COOPERATION".equals(event.get("outcome")))))
                .isTrue();
        assertThat(told("reviews/terminationReview").toString()).doesNotContain("operator-17", "七天");
    }

    @Test
    void aCaseClosesWhenTheScoreHasRecoveredForSevenDaysAndAnAppealAloneDoesNotCloseIt() {
        publish("3.19");
        String id = cases().extract().path("cases[0].caseId");

        revise(FIRST, 1, "3.34");
        corrected.note(pool, FIRST, shop).await().atMost(Shops.SOON);
        assertThat(Await.within(PATIENCE, () -> evaluation() == 1)).isTrue();
        entitlements().body("reviews[0].open", equalTo(true)).body("entitlements[0].held", equalTo(false));
        given().get("/v1/termination-reviews/{id}", id).then().body("state", equalTo("OPEN"));

        publish("3.34", "3.40", "3.40", "3.40", "3.40", "3.40", "3.40");
        given().get("/v1/termination-reviews/{id}", id)
                .then()
                .body("state", equalTo("RECOVERED"))
                .body("closedBy", equalTo("2003-03-07"));
        decide(id, "*", "END_COOPERATION", "太低").statusCode(409);
    }

    /** Seven days above the line, the corrected one among them, close nothing while it is the newest. */
    @Test
    void anUpheldAppealAgainstTheNewestDayClosesNoCaseAndTheNextDayDoes() {
        publish("3.40", "3.40", "3.40", "3.40", "3.40", "3.40", "3.19");
        String id = cases().extract().path("cases[0].caseId");

        revise(FIRST.plusDays(6), 1, "3.34");
        corrected.note(pool, FIRST.plusDays(6), shop).await().atMost(Shops.SOON);
        assertThat(Await.within(PATIENCE, () -> evaluation() == 1)).isTrue();
        entitlements()
                .body("reviews[0].open", equalTo(true))
                .body("reviews[0].since", equalTo("2003-03-07"))
                .body("reviews[0].reason.zh", equalTo("自 2003-03-07 的体验分起处于复核中：此后虽有更正，但复核不由开启它的当日结束，最早由次日的体验分结束。"))
                .body(
                        "reviews[0].reason.en",
                        equalTo(
                                "Open since the score of 2003-03-07: days were corrected since, but no review is closed by the day that opened it; the next one is the first that can."));
        given().get("/v1/termination-reviews/{id}", id).then().body("state", equalTo("OPEN"));

        publish("3.40", "3.40", "3.40", "3.40", "3.40", "3.40", "3.19", "3.40");
        given().get("/v1/termination-reviews/{id}", id)
                .then()
                .body("state", equalTo("RECOVERED"))
                .body("closedBy", equalTo("2003-03-08"));
    }

    @Test
    void aShopThatNobodyKnowsAndOneWithoutAScoreAreNotFound() {
        entitlements().statusCode(404).body("code", equalTo("unknown-shop"));
        given().contentType(ContentType.JSON).body(Map.of()).put("/v1/shops/{id}", shop);
        entitlements().statusCode(404).body("code", equalTo("unknown-score"));
        given().get("/v1/termination-reviews/{id}", "第一").then().statusCode(400);
        String nobody = "00000000-0000-7000-8000-000000000000";
        given().get("/v1/termination-reviews/{id}", nobody)
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-case"));
        decide(nobody, "*", "CONTINUE", "　\n").statusCode(400).body("errors.field", contains("reason"));
        decide(nobody, "*", "CONTINUE", "a\u0000b").statusCode(400).body("errors.field", contains("reason"));
        given().queryParam("state", "DONE")
                .get("/v1/termination-reviews")
                .then()
                .statusCode(400);
    }

    /** As runs leave scores behind, from the first day on; then they are judged. */
    private void publish(String... scores) {
        for (int i = 0; i < scores.length; i++) {
            LocalDate day = FIRST.plusDays(i);
            sql(
                    "insert into official_day (stat_date, policy, averaged, published_at) values ($1, $2, true, now()) on conflict do nothing",
                    Tuple.of(day, Shipped.POLICY.reference()));
            revise(day, 0, scores[i]);
        }
        corrected.note(pool, FIRST, shop).await().atMost(Shops.SOON);
        LocalDate last = FIRST.plusDays(scores.length - 1L);
        assertThat(Await.within(
                        PATIENCE,
                        () -> given().get("/v1/shops/{id}/entitlements", shop).statusCode() == 200
                                && given().get("/v1/shops/{id}/entitlements", shop)
                                        .path("statDate")
                                        .equals(last.toString())))
                .isTrue();
    }

    private void revise(LocalDate day, int revision, String published) {
        sql(
                """
                insert into score_day (stat_date, shop_id, revision, partition, stage, published, total, base, level, traffic_weight,
                    deductions, dimensions, points)
                values ($1, $2, $3, $4, 'FORMAL', $5, $5, $5, 'GOOD', 1.10, 0, '{}', $6) on conflict do nothing
                """,
                Tuple.of(
                        day,
                        shop,
                        revision,
                        (short) Lane.of(shop),
                        new BigDecimal(published),
                        "{\"goods\":\"" + published + "00\"}"));
    }

    private ValidatableResponse entitlements() {
        return given().get("/v1/shops/{id}/entitlements", shop).then();
    }

    private boolean held(String code) {
        return entitlements().extract().<Boolean>path("entitlements.find { it.code == '" + code + "' }.held");
    }

    private int evaluation() {
        return entitlements().extract().path("evaluation");
    }

    private ValidatableResponse cases() {
        return given().queryParam("shopId", shop)
                .get("/v1/termination-reviews")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse decide(String id, String ifMatch, String outcome, String reason) {
        var request = given().contentType(ContentType.JSON)
                .body(Map.of("outcome", outcome, "reason", reason, "actor", "operator-17"));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/v1/termination-reviews/{id}/decision", id).then();
    }

    private List<Map<String, Object>> told() {
        return told("entitlements/ads");
    }

    private List<Map<String, Object>> told(String about) {
        return ChangesRead.of(PlatformResource.platform().bootstrapServers(), shop, about);
    }

    private void sql(String statement, Tuple values) {
        pool.preparedQuery(statement).execute(values).await().atMost(Shops.SOON);
    }
}
