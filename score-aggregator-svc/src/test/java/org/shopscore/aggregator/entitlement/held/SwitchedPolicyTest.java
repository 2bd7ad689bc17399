package org.shopscore.aggregator.entitlement.held;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.change.ChangesRead;
import org.shopscore.aggregator.policy.PolicyDatabase;
import org.shopscore.aggregator.policy.PolicyDesk;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.window.StatDay;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Measures;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/**
 * Two official days by one policy and the next by another that looks at more and names its review otherwise; each test looks at this one
 * history.
 */
@QuarkusTest
@TestProfile(PolicyDatabase.OfEntitlements.class)
class SwitchedPolicyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record History(
            LocalDate opening, LocalDate before, LocalDate first, String good, String appealed, String low) {}

    private static History history;

    @Inject
    Pool pool;

    @Inject
    Shops tiles;

    @Inject
    Corrected corrected;

    @Inject
    Clock clock;

    @BeforeEach
    void live() {
        if (history != null) {
            return;
        }
        LocalDate first = StatDay.newest(clock.instant());
        var now =
                new History(first.minusDays(2), first.minusDays(1), first, Shops.fresh(), Shops.fresh(), Shops.fresh());
        past(now);
        PolicyDesk.proveFeeds(pool);
        PolicyDesk.run(now.opening);
        appeal(now);
        PolicyDesk.run(now.before);

        String version = PolicyDesk.freshVersion();
        String policy = "exp-score-5/" + version;
        PolicyDesk.put(version, PolicyDesk.document(version, changes())).statusCode(201);
        PolicyDesk.dryRun("switched", policy, now.before).statusCode(202);
        PolicyDesk.awaitDryRun("switched");
        PolicyDesk.plan("go-" + version, policy, first).statusCode(201);
        PolicyDesk.run(first);
        history = now;
    }

    /** The points of the service dimension were of no interest before, and are part of every score. */
    @Test
    void whatIsHeldIsNotLostToADimensionThatOnlyTheNextPolicyLooksAt() {
        entitlements(history.good)
                .body("statDate", equalTo(history.first.toString()))
                .body("entitlements.find { it.code == 'premiumBadge' }.held", equalTo(true))
                .body("entitlements.find { it.code == 'premiumBadge' }.why", equalTo("KEPT"))
                .body("entitlements.find { it.code == 'premiumBadge' }.findings[1].days[6].value", equalTo("4.60"))
                .body("entitlements.find { it.code == 'premiumBadge' }.findings[2].months.passed", equalTo(1));
    }

    @Test
    void theDryRunForetellsWhatTheSwitchGivesAndTakes() {
        given().get("/v1/policy-dry-runs/switched")
                .then()
                .body("result.all.revoked", not(hasEntry("premiumBadge", 1)))
                .body("result.all.revoked", hasEntry("ads", 2));
    }

    /** The points of a metric are kept from the day on that a policy looks at them. */
    @Test
    void daysBeforeAMetricIsLookedAtCountAsDaysWithoutIt() {
        entitlements(history.good)
                .body("entitlements.find { it.code == 'ads' }.held", equalTo(false))
                .body(
                        "entitlements.find { it.code == 'ads' }.reason.zh",
                        equalTo("自 " + history.first + " 的体验分起不再享有：截至 " + history.first + " 的 7 天中有可计商品评分的不足一半，没有均值"));
    }

    @Test
    void theCaseOfAnUpheldAppealIsClosedByTheRunOfTheNextDay() {
        cases(history.appealed)
                .body("cases.state", contains("RECOVERED"))
                .body("cases.openedBy", contains(history.opening.toString()))
                .body("cases.closedBy", contains(history.before.toString()));
    }

    @Test
    void aReviewThatTheNextPolicyDoesNotNameEndsWithItAndIsToldAsAReview() {
        cases(history.low)
                .body("cases.code", contains("terminationReview", "exitReview"))
                .body("cases.state", contains("ENDED_BY_POLICY", "OPEN"))
                .body("cases[0].closedBy", equalTo(history.first.toString()))
                .body("cases[1].openedBy", equalTo(history.first.toString()));
        entitlements(history.low).body("reviews.code", contains("exitReview"));
        assertThat(Await.within(
                        PATIENCE, () -> told(history.low, "reviews/exitReview").size() == 1))
                .isTrue();
        assertThat(told(history.low, "reviews/terminationReview"))
                .extracting(event -> event.get("state"))
                .containsExactly("OPEN", "ENDED_BY_POLICY");
        assertThat(told(history.low, "entitlements/terminationReview")).isEmpty();
        given().queryParam("shopId", history.low)
                .queryParam("state", "ENDED_BY_POLICY")
                .get("/v1/termination-reviews")
                .then()
                .body("cases.code", contains("terminationReview"));
    }

    private static Map<String, String> changes() {
        return Map.of(
                "{\"mean\": 30, \"of\": \"total\", \"gte\": \"4.50\"}",
                """
                {"all": [{"mean": 30, "of": "total", "gte": "4.50"}, {"mean": 7, "of": "service", "gte": "4.40"}, \
                {"passes": 1, "ofMonths": 1, "of": {"latest": "service", "gte": "1.00"}}]}""",
                "{\"latest\": \"total\", \"gte\": \"4.00\"}",
                "{\"mean\": 7, \"of\": \"productRating\", \"gte\": \"1.00\"}",
                "\"code\": \"terminationReview\"",
                "\"code\": \"exitReview\"");
    }

    /** Official days without their inputs, then what the first day that is run counts. */
    private void past(History of) {
        for (int back = 40; back > 0; back--) {
            LocalDate day = of.opening.minusDays(back);
            PolicyDesk.sql(
                    pool,
                    "insert into official_day (stat_date, policy, averaged, published_at) values ($1, $2, true, now())",
                    Tuple.of(day, PolicyDesk.FIRST));
            score(day, of.good, "4.60", 0);
            score(day, of.appealed, "3.40", 0);
            score(day, of.low, "3.40", 0);
        }
        var counted = new HashMap<String, Long>();
        Measures.names().forEach(name -> counted.put(name, Window.example().sum(name)));
        counted.values().removeIf(amount -> amount == 0);
        LocalDate day = of.opening.minusDays(3);
        tiles.count(of.good, day, counted);
        counted.putAll(verdicts(1));
        tiles.count(of.appealed, day, counted);
        tiles.count(of.low, day, counted);
    }

    private void appeal(History of) {
        cases(of.appealed).body("cases.state", contains("OPEN"));
        score(of.opening, of.appealed, "3.34", 1);
        corrected.note(pool, of.opening, of.appealed).await().atMost(Shops.SOON);
        assertThat(Await.within(
                        PATIENCE, () -> entitlements(of.appealed).extract().<Integer>path("evaluation") == 1))
                .isTrue();
        tiles.count(of.appealed, of.before, verdicts(-1));
    }

    private static Map<String, Long> verdicts(long sign) {
        return Map.of("verdict.invoice-refused", 7 * sign, "verdict.brushing", sign);
    }

    private void score(LocalDate day, String shop, String published, int revision) {
        PolicyDesk.sql(
                pool,
                """
                insert into score_day (stat_date, shop_id, revision, partition, stage, published, total, base, level, traffic_weight,
                    deductions, dimensions, points)
                values ($1, $2, $3, $4, 'FORMAL', $5, $5, $5, 'GOOD', 1.10, 0, $6, $7)
                """,
                Tuple.tuple()
                        .addValue(day)
                        .addValue(shop)
                        .addValue(revision)
                        .addValue((short) Lane.of(shop))
                        .addValue(new BigDecimal(published))
                        .addValue("{\"goods\":\"%1$s00\",\"logistics\":\"%1$s00\",\"service\":\"%1$s00\"}"
                                .formatted(published))
                        .addValue("{\"goods\":\"" + published + "00\"}"));
    }

    private static ValidatableResponse entitlements(String shop) {
        return given().get("/v1/shops/{id}/entitlements", shop).then().statusCode(200);
    }

    private static ValidatableResponse cases(String shop) {
        return given().queryParam("shopId", shop)
                .get("/v1/termination-reviews")
                .then()
                .statusCode(200);
    }

    private static List<Map<String, Object>> told(String shop, String about) {
        return ChangesRead.of(PlatformResource.platform().bootstrapServers(), shop, about);
    }
}
