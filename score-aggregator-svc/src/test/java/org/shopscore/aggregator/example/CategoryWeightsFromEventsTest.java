package org.shopscore.aggregator.example;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.ingest.Facts;
import org.shopscore.aggregator.official.replay.ReplayElsewhere;
import org.shopscore.aggregator.policy.PolicyDatabase;
import org.shopscore.aggregator.policy.PolicyDesk;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.window.StatDay;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.platform.Await;

/** rules.md 5.5: two shops of which the same was counted differ by the weights of their categories, and by nothing else. */
@QuarkusTest
@TestProfile(PolicyDatabase.OfCategories.class)
class CategoryWeightsFromEventsTest {

    private static final String USUAL = "4.5874";
    private static final String WEIGHED = "4.5780";

    private final String dresser = Shops.fresh();
    private final String grocer = Shops.fresh();
    private final String fashion = "fashion-" + dresser;
    private final String dresses = "dresses-" + dresser;
    private final String food = "food-" + dresser;
    private final String version = PolicyDesk.freshVersion();
    private final String policy = "exp-score-5/" + version;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    @Inject
    ReplayElsewhere elsewhere;

    private LocalDate before;
    private LocalDate after;

    /** One history: what is planned for a day holds for all tests of a database. */
    @Test
    void shopsOfWhichTheSameWasCountedDifferByTheWeightsOfTheirCategories() {
        after = StatDay.newest(clock.instant());
        before = after.minusDays(1);
        registerAndCount();
        PolicyDesk.proveFeeds(pool);
        PolicyDesk.run(before);
        assertOfficial(dresser, before, USUAL);
        assertOfficial(grocer, before, USUAL);

        String document = Shipped.documentWeighing(Shipped.bothWeights(fashion)).replace("2026.1.0", version);
        PolicyDesk.put(version, document).statusCode(201);
        assertDifference();
        PolicyDesk.dryRun("try-" + version, policy, before).statusCode(202);
        PolicyDesk.awaitDryRun("try-" + version);
        assertForetold();
        PolicyDesk.plan("go-" + version, policy, after).statusCode(201);
        PolicyDesk.run(after);
        assertOfficial(dresser, after, WEIGHED);
        assertOfficial(grocer, after, USUAL);
        PolicyDesk.awaitState(policy, "ACTIVE");
        awaitProvisional(dresser, WEIGHED, "4.58");
        awaitProvisional(grocer, USUAL, "4.59");
        assertExplained();
        assertAsked();

        category(dresses, "连衣裙", Map.of("parent", food)).statusCode(200);
        awaitProvisional(dresser, USUAL, "4.59");
        assertReplaysAsItWas();
        register(grocer, fashion).statusCode(200);
        awaitProvisional(grocer, WEIGHED, "4.58");
        category(dresses, "连衣裙", Map.of("parent", fashion)).statusCode(200);
        awaitProvisional(dresser, WEIGHED, "4.58");
        assertReplaysAsItWas();

        PolicyDesk.plan("back-" + version, PolicyDesk.FIRST, after.plusDays(1)).statusCode(201);
        PolicyDesk.awaitState(PolicyDesk.FIRST, "ACTIVE");
        awaitProvisional(dresser, USUAL, "4.59");
    }

    private void registerAndCount() {
        category(fashion, "服饰", Map.of()).statusCode(201);
        category(dresses, "连衣裙", Map.of("parent", fashion)).statusCode(201);
        category(food, "食品生鲜", Map.of()).statusCode(201);
        register(dresser, dresses).statusCode(201);
        register(grocer, food).statusCode(201);
        try (var facts = new Facts()) {
            facts.tell(dresser, before.minusDays(3), FromEvents.example())
                    .tell(grocer, before.minusDays(3), FromEvents.example())
                    .sent();
        }
        awaitProvisional(dresser, USUAL, "4.59");
        awaitProvisional(grocer, USUAL, "4.59");
    }

    private void assertDifference() {
        given().queryParam("against", PolicyDesk.FIRST)
                .get("/v1/policies/exp-score-5/versions/{v}/diff", version)
                .then()
                .statusCode(200)
                .body("changes.path", hasItems("categoryWeights/" + fashion + "/dimensions/goods"))
                .body(
                        "sentences.zh",
                        hasItems("类目“" + fashion + "”，商品体验分的权重：新增，0.44", "类目“" + fashion + "”，指标“商品评分”的权重：新增，0.70"))
                .body(
                        "sentences.en",
                        hasItems("in the category " + fashion + ", weight of the metric Product rating: new, 0.70"));
    }

    private void assertForetold() {
        given().queryParam("which", "LOSERS")
                .get("/v1/policy-dry-runs/{id}/shops", "try-" + version)
                .then()
                .statusCode(200)
                .body("shops.shopId", contains(dresser))
                .body("shops[0].category", equalTo(dresses))
                .body("shops[0].change", equalTo("-0.01"))
                .body("shops[0].becomes.published", equalTo("4.58"));
        given().queryParam("which", "WINNERS")
                .get("/v1/policy-dry-runs/{id}/shops", "try-" + version)
                .then()
                .body("shops", hasSize(0));
    }

    private void assertExplained() {
        String rating = "metrics.find { it.id == 'productRating' }.";
        for (String part : List.of("provisional.", "official.")) {
            FromEvents.explanation(dresser)
                    .body(part + "base", equalTo(WEIGHED))
                    .body(part + "dimensions.goods", equalTo("4.5170"))
                    .body(part + rating + "points", equalTo("4.4487"))
                    .body(part + rating + "weight", equalTo("0.70"))
                    .body(part + rating + "weightInTotal", equalTo("0.3080"))
                    .body(part + rating + "gap", equalTo("0.16980040"))
                    .body(part + "gaps.sum", equalTo("0.42197940"))
                    .body(part + "gaps.roundingResidual", equalTo("-0.00002060"))
                    .body(part + "gaps.toFull", equalTo("0.4220"));
            FromEvents.explanation(grocer)
                    .body(part + rating + "points", equalTo("4.4487"))
                    .body(part + rating + "weight", equalTo("0.60"))
                    .body(part + "gaps.toFull", equalTo("0.4126"));
        }
        given().queryParam("from", before.toString())
                .get("/v1/shops/{id}/score/explanation", dresser)
                .then()
                .body("waterfall.fromTotal", equalTo(USUAL))
                .body("waterfall.toTotal", equalTo(WEIGHED))
                .body("waterfall.steps.what", contains("restated"))
                .body("waterfall.steps.effect", contains("-0.0094"));
    }

    /** One more complaint in time is 4.6000 points and 4.6939 in service: 0.44 x 4.5170 + 0.20 x 4.6657 + 0.36 x 4.6939 = 4.610424. */
    private void assertAsked() {
        whatIf(dresser, Map.of("changes", Map.of("complaint.on-time", 1)))
                .body("now.base", equalTo(WEIGHED))
                .body("then.base", equalTo("4.6104"));
        whatIf(grocer, Map.of("changes", Map.of("complaint.on-time", 1)))
                .body("now.base", equalTo(USUAL))
                .body("then.base", equalTo("4.6189"));
        String complaint = ".find { it.metric == 'complaintOnTimeRate' && it.kind == 'BAD_TURNED_GOOD' }.";
        whatIf(dresser, Map.of("target", "4.60"))
                .body("target.ways" + complaint + "facts", equalTo(1))
                .body("target.ways" + complaint + "base", equalTo("4.6104"));
        given().get("/v1/shops/{id}/score/attribution", dresser)
                .then()
                .body("facts" + complaint + "base", equalTo("+0.0324"));
        given().queryParam("days", 1)
                .get("/v1/shops/{id}/score/roll-off", dresser)
                .then()
                .body("now.base", equalTo(WEIGHED))
                .body("days[0].quiet.base", equalTo(WEIGHED));
    }

    /** By the tree of the day, and by what the shop's category was on it. */
    private void assertReplaysAsItWas() {
        for (String shop : List.of(dresser, grocer)) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("shopId", shop, "statDate", after.toString(), "revision", 0))
                    .post("/v1/replays")
                    .then()
                    .statusCode(200)
                    .body("policyVersion", equalTo(policy))
                    .body("differences", hasSize(0))
                    .body("equal", equalTo(true));
            assertThat(elsewhere.differences(shop, after)).isEmpty();
        }
        FromEvents.explanation(dresser)
                .body("official.base", equalTo(WEIGHED))
                .body("official.metrics.find { it.id == 'productRating' }.weight", equalTo("0.70"));
        FromEvents.explanation(grocer).body("official.base", equalTo(USUAL));
    }

    private static void assertOfficial(String shop, LocalDate day, String base) {
        given().get("/v1/shops/{id}/scores/{day}", shop, day.toString())
                .then()
                .statusCode(200)
                .body("scores[0].stage", equalTo("FORMAL"))
                .body("scores[0].base", equalTo(base));
    }

    /** As an explanation reckons it from the tiles, and as it is told to whoever looks it up. */
    private static void awaitProvisional(String shop, String base, String published) {
        assertThat(Await.within(
                        PolicyDesk.PATIENCE,
                        () -> base.equals(given().get("/v1/shops/{id}/score/explanation", shop)
                                .path("provisional.base"))))
                .as("%s has the base %s", shop, base)
                .isTrue();
        assertThat(Await.within(
                        PolicyDesk.PATIENCE,
                        () -> published.equals(
                                given().get("/v1/shops/{id}/score", shop).path("provisional.published"))))
                .as("%s is answered %s", shop, published)
                .isTrue();
    }

    private static ValidatableResponse whatIf(String shop, Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/shops/{id}/what-if", shop)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse category(String id, String name, Map<String, String> parent) {
        var body = new HashMap<String, String>(parent);
        body.put("name", name);
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/v1/categories/{id}", id)
                .then();
    }

    private static ValidatableResponse register(String shop, String category) {
        return FromEvents.register(shop, Map.of("category", category, "name", "乐活小铺"));
    }
}
