package org.shopscore.aggregator.example;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.ingest.Facts;
import org.shopscore.aggregator.lookup.telling.LearnedShops;
import org.shopscore.aggregator.policy.PolicyDatabase;
import org.shopscore.aggregator.policy.PolicyDesk;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.Matured;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.window.ShopSums;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;

/** A policy in which refunds count only after a week, from events to answers, beside sums added up day by day. */
@QuarkusTest
@TestProfile(PolicyDatabase.OfMaturities.class)
class MaturedMetricTest {

    private static final int WEEK = 7;
    private static final int NONE = 0;
    private static final String REFUNDS = "refundOnTimeRate";

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    @Inject
    LearnedShops learned;

    private final Random random = new Random(60);
    private final Facts facts = new Facts();
    private final String shop = Shops.fresh();
    private final Map<LocalDate, Map<String, Long>> told = new TreeMap<>();

    @AfterEach
    void close() {
        facts.close();
    }

    /** The plan and the official days after it are one history. */
    @Test
    void refundsCountAfterAWeekInEveryScoreAndEveryAnswer() {
        LocalDate today = BusinessDay.of(clock.instant());
        LocalDate fact = today.minusDays(60);
        tellOn(List.of(today, fact));
        PolicyDesk.proveFeeds(pool);
        LocalDate unfrozen = today.minusDays(75);
        PolicyDesk.run(unfrozen);
        assertOfficial(unfrozen, 0, NONE);
        assertProvisional(today, NONE);

        String version = PolicyDesk.freshVersion();
        String policy = "exp-score-5/" + version;
        String document = Matured.document(WEEK).replace("2026.1.0", version);
        PolicyDesk.put(version, document).statusCode(201);
        given().get("/v1/policies/exp-score-5/versions/{version}/diff", version)
                .then()
                .body("sentences.en", hasItem("metric On-time refund rate, days until facts count: 0 → 7"))
                .body("sentences.zh", hasItem("指标“退款及时率”，成熟期天数：0 → 7"));
        PolicyDesk.dryRun("no-" + version, policy, unfrozen)
                .statusCode(409)
                .body("code", equalTo("maturity-not-frozen"));
        LocalDate frozen = unfrozen.plusDays(1);
        PolicyDesk.run(frozen);
        assertOfficial(frozen, 0, NONE);
        PolicyDesk.dryRun("yes-" + version, policy, frozen).statusCode(202);
        PolicyDesk.awaitDryRun("yes-" + version);
        assertForetold("yes-" + version, frozen);

        LocalDate first = fact.plusDays(6);
        assertThatADayFrozenWithoutItIsNotPlanned(policy, first);
        PolicyDesk.plan("go-" + version, policy, first).statusCode(201);
        PolicyDesk.awaitState(policy, "ACTIVE");
        assertProvisional(today, WEEK);
        assertFromTiles(today.minusDays(1));
        assertOnlyMeasuresAreNamed(today);
        assertWhatIf(today);
        assertThatSumsWithoutItAnswerNothing(today);

        var days = IntStream.of(6, 7, 29, 30, 36, 37).mapToObj(fact::plusDays).toList();
        days.forEach(PolicyDesk::run);
        days.forEach(day -> assertOfficial(day, 0, WEEK));
        days.forEach(day -> assertReplays(day, 0));

        facts.tell(shop, fact, Map.of("refund.on-time", -20L), "refund/1", Optional.of("appeal/1"))
                .sent();
        told.get(fact).merge("refund.on-time", -20L, Long::sum);
        var revised = days.subList(0, 5);
        assertThat(Await.within(PolicyDesk.PATIENCE, () -> revised.stream().allMatch(day -> revisions(day) == 2)))
                .isTrue();
        revised.forEach(day -> assertOfficial(day, 1, WEEK));
        revised.forEach(day -> assertReplays(day, 1));
        revised.forEach(day -> scores(day)
                .body("scores[1].cause.factCount", equalTo(1))
                .body("scores[1].cause.difference", equalTo(Map.of("refund.on-time", -20))));
        assertThat(base(days.get(0), 1)).as("it had not matured").isEqualTo(base(days.get(0), 0));
        assertThat(base(days.get(1), 1)).isNotEqualTo(base(days.get(1), 0));
        assertThat(base(days.get(4), 1)).isNotEqualTo(base(days.get(4), 0));
        assertThat(revisions(days.get(5))).as("it has been long enough").isEqualTo(1);
        facts.tell(shop, fact, Map.of("complaint.due", 1L), "complaint/1", Optional.of("appeal/2"))
                .sent();
        assertThat(Await.within(PolicyDesk.PATIENCE, () -> revisions(days.get(2)) == 3))
                .isTrue();
        assertThat(days.stream().map(this::revisions)).containsExactly(3, 3, 3, 2, 2, 1);

        PolicyDesk.plan("back-" + version, PolicyDesk.FIRST, days.getLast().plusDays(1))
                .statusCode(201);
        PolicyDesk.awaitState(policy, "RETIRED");
        assertProvisional(today, NONE);
    }

    /** On the edges of the windows that end on the days, and some days besides. */
    private void tellOn(List<LocalDate> days) {
        for (LocalDate day : days) {
            for (int ago : new int[] {0, 7, 29, 36, 37}) {
                told.computeIfAbsent(day.minusDays(ago), _ -> amounts());
            }
        }
        for (int n = 0; n < 12; n++) {
            told.computeIfAbsent(days.getFirst().minusDays(random.nextInt(110)), _ -> amounts());
        }
        told.forEach((day, amounts) -> facts.tell(shop, day, amounts));
        facts.sent();
        assertThat(Await.within(PolicyDesk.PATIENCE, () -> counted(days.getFirst()) == told.size()))
                .isTrue();
    }

    private Map<String, Long> amounts() {
        var amounts = new HashMap<String, Long>();
        for (Metric metric : Shipped.POLICY.metrics()) {
            amounts.put(metric.ratio().numerator(), 40L + random.nextInt(60));
            amounts.put(metric.ratio().denominator(), 40L + random.nextInt(60));
        }
        amounts.put("refund.on-time", amounts.get("refund.due") - random.nextInt(20));
        return amounts;
    }

    private int counted(LocalDate last) {
        return given().queryParam("from", last.minusDays(200).toString())
                .queryParam("to", last.toString())
                .get("/v1/shops/{id}/measures", shop)
                .path("days.size()");
    }

    private ScoreSheet naive(LocalDate day, int maturityDays) {
        return Shipped.score(Matured.naive(told, day, maturityDays));
    }

    private static String published(ScoreSheet sheet) {
        return sheet.result().orElseThrow().published().toPlainString();
    }

    private static long n(ScoreSheet sheet) {
        return sheet.metrics().stream()
                .filter(metric -> metric.id().equals(REFUNDS))
                .findFirst()
                .orElseThrow()
                .n();
    }

    private io.restassured.response.ValidatableResponse scores(LocalDate day) {
        return given().get("/v1/shops/{id}/scores/{day}", shop, day.toString())
                .then()
                .statusCode(200);
    }

    private int revisions(LocalDate day) {
        return scores(day).extract().path("scores.size()");
    }

    private String base(LocalDate day, int revision) {
        return scores(day).extract().path("scores[" + revision + "].base");
    }

    private void assertOfficial(LocalDate day, int revision, int maturityDays) {
        var expected = naive(day, maturityDays);
        scores(day)
                .body("scores[" + revision + "].base", equalTo(expected.base().toPlainString()))
                .body("scores[" + revision + "].published", equalTo(published(expected)));
    }

    private void assertReplays(LocalDate day, int revision) {
        given().contentType("application/json")
                .body(Map.of("shopId", shop, "statDate", day.toString(), "revision", revision))
                .post("/v1/replays")
                .then()
                .statusCode(200)
                .body("equal", equalTo(true));
    }

    /** By its owner, as soon as that counts it, and by the tiles until then. */
    private void assertProvisional(LocalDate today, int maturityDays) {
        var expected = naive(today, maturityDays);
        assertThat(Await.within(PolicyDesk.PATIENCE, () -> {
                    JsonPath score = given().get("/v1/shops/{id}/score", shop).jsonPath();
                    return score.getString("freshness.source").equals("memory")
                            && score.getString("provisional.base")
                                    .equals(expected.base().toPlainString())
                            && n(score) == n(expected);
                }))
                .as("%s of %d", expected.base(), n(expected))
                .isTrue();
        given().get("/v1/shops/{id}/score?form=compact", shop)
                .then()
                .body("provisional.published", equalTo(published(expected)));
    }

    private static long n(JsonPath score) {
        return score.getLong("provisional.metrics.find { it.id == '" + REFUNDS + "' }.n");
    }

    private void assertFromTiles(LocalDate day) {
        JsonPath score = given().queryParam("statDate", day.toString())
                .get("/v1/shops/{id}/score", shop)
                .jsonPath();
        assertThat(score.getString("provisional.base"))
                .isEqualTo(naive(day, WEEK).base().toPlainString());
        assertThat(n(score)).isEqualTo(n(naive(day, WEEK)));
    }

    private void assertForetold(String dryRun, LocalDate day) {
        for (String which : List.of("WINNERS", "LOSERS")) {
            List<String> becomes = given().queryParam("which", which)
                    .get("/v1/policy-dry-runs/{id}/shops", dryRun)
                    .path("shops.findAll { it.shopId == '" + shop + "' }.becomes.published");
            if (!becomes.isEmpty()) {
                assertThat(becomes).containsExactly(published(naive(day, WEEK)));
                return;
            }
        }
        assertThat(published(naive(day, WEEK))).isEqualTo(published(naive(day, NONE)));
    }

    /** As an owner has them that has not counted anew yet: the others' sums or the tiles are asked. */
    private void assertThatSumsWithoutItAnswerNothing(LocalDate today) {
        String other = Shops.fresh();
        told.forEach((day, amounts) -> facts.tell(other, day, amounts));
        facts.sent();
        var expected = naive(today, WEEK);
        assertThat(Await.within(
                        PolicyDesk.PATIENCE,
                        () -> expected.base()
                                .toPlainString()
                                .equals(given().get("/v1/shops/{id}/score", other)
                                        .path("provisional.base"))))
                .isTrue();
        var without = List.of(new ShopSums(other, Matured.naive(told, today, NONE)));
        learned.learn(Lane.of(other), Shops.epoch(), 1, today, without);

        given().get("/v1/shops/{id}/score", other)
                .then()
                .body("freshness.source", not(equalTo("memory")))
                .body("provisional.base", equalTo(expected.base().toPlainString()));
        given().get("/v1/shops/{id}/score?form=compact", other)
                .then()
                .body("freshness.source", not(equalTo("memory")))
                .body("provisional.published", equalTo(published(expected)));
    }

    private void assertThatADayFrozenWithoutItIsNotPlanned(String policy, LocalDate first) {
        PolicyDesk.sql(
                pool,
                "insert into official_lane (stat_date, partition, frozen_offset) values ($1, 0, 0)",
                Tuple.of(first.plusDays(2)));
        PolicyDesk.plan("early-" + policy.length(), policy, first)
                .statusCode(409)
                .body("code", equalTo("maturity-not-frozen"))
                .body("newestDay", equalTo(first.plusDays(2).toString()));
        PolicyDesk.sql(pool, "delete from official_lane where stat_date = $1", Tuple.of(first.plusDays(2)));
    }

    private void assertOnlyMeasuresAreNamed(LocalDate today) {
        var answers = List.of(
                get("/v1/shops/" + shop + "/score"),
                get("/v1/shops/" + shop + "/score/explanation?from=" + today.minusDays(3)),
                get("/v1/shops/" + shop + "/score/attribution"),
                get("/v1/shops/" + shop + "/score/roll-off?days=29"),
                get("/v1/shops/" + shop + "/measures?from=" + today.minusDays(90) + "&to=" + today),
                given().contentType("application/json")
                        .body(Map.of("target", "5.00"))
                        .post("/v1/shops/{id}/what-if", shop));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.asString()).doesNotContain("@");
        });
        String line = "provisional.metrics.find { it.id == '" + REFUNDS + "' }";
        answers.get(1)
                .then()
                .body(line + ".maturityDays", equalTo(WEEK))
                .body(line + ".n", equalTo((int) n(naive(today, WEEK))))
                .body("provisional.metrics.find { it.id == 'productRating' }.maturityDays", equalTo(null));
    }

    private static Response get(String path) {
        return given().get(path);
    }

    private void assertWhatIf(LocalDate today) {
        var more = new TreeMap<>(told);
        more.put(today.minusDays(WEEK), new HashMap<>(told.get(today.minusDays(WEEK))));
        more.get(today.minusDays(WEEK)).merge("refund.due", 25L, Long::sum);
        given().contentType("application/json")
                .body(Map.of("changes", Map.of("refund.due", 25)))
                .post("/v1/shops/{id}/what-if", shop)
                .then()
                .body(
                        "then.base",
                        equalTo(Shipped.score(Matured.naive(more, today, WEEK))
                                .base()
                                .toPlainString()));
        given().get("/v1/shops/{id}/score/attribution", shop)
                .then()
                .body(
                        "facts.find { it.metric == '" + REFUNDS + "' && it.kind == 'MORE_BAD' }.countsInDays",
                        equalTo(WEEK))
                .body("facts.findAll { it.metric != '" + REFUNDS + "' }.countsInDays", not(hasItem(WEEK)));
        given().get("/v1/shops/{id}/score/roll-off?days=1", shop)
                .then()
                .body(
                        "days[0].quiet.base",
                        equalTo(naive(today.plusDays(1), WEEK).base().toPlainString()))
                .body("days[0].maturing[0].maturityDays", equalTo(WEEK))
                .body(
                        "days[0].maturing[0].leaving.'refund.due'",
                        equalTo(told.get(today.minusDays(36)).get("refund.due").intValue()));
        long n = n(naive(today, WEEK));
        given().contentType("application/json")
                .body(Map.of("changes", Map.of("refund.due", -(n + 1))))
                .post("/v1/shops/{id}/what-if", shop)
                .then()
                .statusCode(422)
                .body("code", equalTo("less-than-nothing"));
    }
}
