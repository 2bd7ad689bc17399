package org.shopscore.aggregator.policy.dryrun;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.PolicyDatabase;
import org.shopscore.aggregator.policy.PolicyDesk;
import org.shopscore.aggregator.policy.dryrun.Street.Reckoned;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.window.StatDay;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.aggregator.tile.TileBytes;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;
import org.shopscore.problem.PageToken;

/** What another policy would do to some hundred shops, beside plain arithmetic, and beside what it does once it is in force. */
@QuarkusTest
@TestProfile(PolicyDatabase.OfDryRuns.class)
class DryRunTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Shops tiles;

    @Inject
    MeasureBook book;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    /** The days of one class are one history: what is run first is one test. */
    @Test
    void whatADryRunForetellsIsWhatThePolicyDoesOnceItIsInForceAndNothingBefore() {
        var street = new Street(300);
        LocalDate today = BusinessDay.of(clock.instant());
        LocalDate day = StatDay.newest(clock.instant()).minusDays(1);
        open(street, day.minusDays(3));
        PolicyDesk.proveFeeds(pool);
        PolicyDesk.run(day);
        String version = PolicyDesk.freshVersion();
        String policy = "exp-score-5/" + version;
        String document = PolicyDesk.document(version, changes());
        PolicyDesk.put(version, document).statusCode(201);
        Policy next = PolicyFile.read(version, document);
        assertThat(official(street, day)).isEqualTo(reckoned(street, Shipped.POLICY));
        var before = published();

        PolicyDesk.dryRun("try-" + version, policy, day).statusCode(202);
        PolicyDesk.awaitDryRun("try-" + version);

        assertThat(published()).isEqualTo(before);
        var foretold = foretold(street, "try-" + version);
        assertThat(foretold).isEqualTo(reckoned(street, next));
        assertCounts(street, "try-" + version, next);
        assertThat(PolicyDesk.state(policy)).isEqualTo("DRY_RUN");

        // The policy of a day is the one that is planned for it, whatever is in force when the day is run.
        PolicyDesk.plan("go-" + version, policy, day.plusDays(1)).statusCode(201);
        PolicyDesk.run(day.plusDays(1));
        PolicyDesk.run(day.minusDays(1));
        assertThat(official(street, day.plusDays(1))).isEqualTo(foretold);
        assertThat(official(street, day)).isEqualTo(reckoned(street, Shipped.POLICY));
        assertPolicyOf(street.shops.getFirst().id(), day.plusDays(1), policy);
        assertPolicyOf(street.shops.getFirst().id(), day.minusDays(1), PolicyDesk.FIRST);
        for (int i = 0; i < 20; i++) {
            assertReplays(street.shops.get(i).id(), day.minusDays(1));
            assertReplays(street.shops.get(i).id(), day);
            assertReplays(street.shops.get(i).id(), day.plusDays(1));
        }

        // A fact that comes late for the older day revises it by the policy of that day.
        String shop = street.shops.stream()
                .filter(one -> one.sum("order.paid") >= 30)
                .findFirst()
                .orElseThrow()
                .id();
        late(shop, day);
        assertThat(Await.within(PolicyDesk.PATIENCE, () -> revisions(shop, day) == 2))
                .isTrue();
        given().get("/v1/shops/{id}/scores/{day}", shop, day.toString())
                .then()
                .body("scores[1].policyVersion", equalTo(PolicyDesk.FIRST));
        replay(shop, day, 1);

        // Provisional scores follow at their instant: the window of today holds the same tiles.
        tiles.reread();
        PolicyDesk.awaitState(policy, "ACTIVE");
        assertThat(Await.within(PolicyDesk.PATIENCE, () -> provisional(street).equals(foretold)))
                .isTrue();

        // Back to the policy before is a switch like any other, without another dry run.
        PolicyDesk.plan("back-" + version, PolicyDesk.FIRST, today)
                .statusCode(201)
                .body("state", equalTo("PLANNED"));
        PolicyDesk.awaitState(policy, "RETIRED");
        assertThat(PolicyDesk.state(PolicyDesk.FIRST)).isEqualTo("ACTIVE");
    }

    @Test
    void aDryRunThatIsCutOffInTheMiddleGoesOnAndFindsTheSame() throws Exception {
        var street = new Street(40);
        LocalDate day = BusinessDay.of(clock.instant()).minusDays(60);
        open(street, day.minusDays(1));
        PolicyDesk.proveFeeds(pool);
        PolicyDesk.run(day);
        String version = PolicyDesk.freshVersion();
        String policy = "exp-score-5/" + version;
        PolicyDesk.put(version, PolicyDesk.document(version, changes())).statusCode(201);
        String id = "cut-" + version;

        try (var other = java.sql.DriverManager.getConnection(
                PlatformResource.platform().jdbcUrl("policy_dry_runs"), "postgres", "postgres")) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table policy_dry_run_shop in share mode");
            PolicyDesk.dryRun(id, policy, day).statusCode(202);
            // The transaction that scores a partition stands in its middle: the shops are scored, and cannot be
            // written.
            assertThat(Await.within(PolicyDesk.PATIENCE, () -> waiting() == 1)).isTrue();
            assertThat(terminated()).isPositive();
            assertThat(Await.within(PolicyDesk.PATIENCE, () -> waiting() == 1)).isTrue();
            given().get("/v1/policy-dry-runs/{id}", id)
                    .then()
                    .body("state", equalTo("RUNNING"))
                    .body("averaged", equalTo(32));
            other.rollback();
        }
        PolicyDesk.awaitDryRun(id);

        String whole = "whole-" + version;
        PolicyDesk.dryRun(whole, policy, day).statusCode(202);
        PolicyDesk.awaitDryRun(whole);
        assertThat(result(id)).isEqualTo(result(whole)).isNotEmpty();
        assertThat(effects(id)).isEqualTo(effects(whole)).isNotEmpty();
    }

    @Test
    void aDryRunNeedsAPolicyAndAPublishedDay() {
        PolicyDesk.dryRun("x1", "exp-score-5/none", LocalDate.of(2026, 3, 1))
                .statusCode(422)
                .body("code", equalTo("unknown-policy"));
        PolicyDesk.dryRun("x1", PolicyDesk.FIRST, LocalDate.of(2020, 3, 1))
                .statusCode(422)
                .body("code", equalTo("day-not-published"));
        given().get("/v1/policy-dry-runs/x1").then().statusCode(404).body("code", equalTo("unknown-dry-run"));
        given().get("/v1/policy-dry-runs/x1/shops").then().statusCode(404);
        given().contentType(ContentType.JSON)
                .body(Map.of())
                .put("/v1/policy-dry-runs/x1")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("policy")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E200000\u001fs", "1e2\u001fs", "1000000\u001fs", "many\u001fs", "1\u001fs\u0000", "1"})
    void aPlaceThatNoListHasGivenIsRefused(String key) {
        given().queryParam("pageToken", PageToken.of(key.split("\u001f", -1)))
                .get("/v1/policy-dry-runs/x1/shops")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-page-token"));
    }

    private static Map<String, String> changes() {
        return Map.of(
                "\"goods\": \"0.45\"", "\"goods\": \"0.30\"",
                "\"service\": \"0.35\"", "\"service\": \"0.50\"",
                "\"weight\": \"0.60\"", "\"weight\": \"0.70\"",
                "\"id\": \"qualityReturnRate\", \"dimension\": \"goods\", \"weight\": \"0.40\"",
                        "\"id\": \"qualityReturnRate\", \"dimension\": \"goods\", \"weight\": \"0.30\"",
                "\"nMin\": 10", "\"nMin\": 60",
                "\"code\": \"GOOD\", \"min\": \"4.25\"", "\"code\": \"GOOD\", \"min\": \"4.35\"",
                "{\"latest\": \"total\", \"gte\": \"4.00\"}", "{\"latest\": \"total\", \"gte\": \"4.20\"}");
    }

    private void open(Street street, LocalDate day) {
        category(street.top, Map.of("name", "全部"));
        street.categories.forEach(id -> category(id, Map.of("name", id, "parent", street.top)));
        for (var shop : street.shops) {
            tiles.count(shop.id(), day, shop.amounts());
            given().contentType(ContentType.JSON)
                    .body(Map.of("category", shop.category()))
                    .put("/v1/shops/{id}", shop.id())
                    .then()
                    .statusCode(201);
        }
    }

    private static void category(String id, Map<String, String> body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .put("/v1/categories/{id}", id)
                .then()
                .statusCode(201);
    }

    private static Map<String, Reckoned> reckoned(Street street, Policy policy) {
        var all = new TreeMap<String, Reckoned>();
        street.shops.forEach(shop -> all.put(shop.id(), street.reckon(policy, shop)));
        return all;
    }

    private Map<String, Reckoned> official(Street street, LocalDate day) {
        var all = new TreeMap<String, Reckoned>();
        rows(
                        "select shop_id, stage, published, level from score_day where revision = 0 and stat_date = $1 and shop_id like $2",
                        Tuple.of(day, street.name + "-%"))
                .forEach(row -> all.put(
                        row.getString("shop_id"),
                        new Reckoned(
                                row.getString("stage"),
                                row.getBigDecimal("published").toPlainString(),
                                row.getString("level"))));
        return all;
    }

    /** The official scores of all days to the byte. */
    private List<String> published() {
        return rows(
                        "select s::text || e::text as all from score_day s join entitlement_day e using (stat_date, shop_id)"
                                + " order by stat_date, shop_id, revision, evaluation",
                        Tuple.tuple())
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    /** What the day was scored by is in the table for those that differ; the others stay. */
    private Map<String, Reckoned> foretold(Street street, String dryRunId) {
        var all = new TreeMap<>(official(
                street,
                LocalDate.parse(
                        given().get("/v1/policy-dry-runs/{id}", dryRunId).path("statDate"))));
        for (String which : List.of("WINNERS", "LOSERS", "OTHERS")) {
            BigDecimal last = null;
            for (Map<String, Object> shop : pages(dryRunId, which, "")) {
                Map<String, Object> becomes = map(shop.get("becomes"));
                if (String.valueOf(shop.get("shopId")).startsWith(street.name)) {
                    all.put(
                            String.valueOf(shop.get("shopId")),
                            new Reckoned(
                                    String.valueOf(becomes.get("stage")),
                                    figure(becomes.get("published")),
                                    String.valueOf(becomes.get("level"))));
                }
                var change = new BigDecimal(String.valueOf(shop.get("change")));
                assertThat(last == null || last.abs().compareTo(change.abs()) >= 0)
                        .isTrue();
                last = change;
            }
        }
        return all;
    }

    private static String figure(Object published) {
        return new BigDecimal(String.valueOf(published)).setScale(2).toPlainString();
    }

    /** Counted by plain arithmetic, in all and for one category and size. */
    private void assertCounts(Street street, String id, Policy next) {
        var result = given().get("/v1/policy-dry-runs/{id}", id);
        assertThat((Integer) result.path("result.all.shops")).isGreaterThanOrEqualTo(street.shops.size());
        for (String category : street.categories) {
            var counts = Map.<String, Object>copyOf(result.path("result.categories.'" + category + "'"));
            Predicate<Street.Shop> in = shop -> shop.category().equals(category);
            assertThat(counts.get("shops")).isEqualTo(count(street, in));
            assertThat(counts.get("winners")).isEqualTo(count(street, in.and(shop -> change(street, next, shop) > 0)));
            assertThat(counts.get("losers")).isEqualTo(count(street, in.and(shop -> change(street, next, shop) < 0)));
            // ads: FORMAL and at least 4.00, by the next policy at least 4.20; no day before decides.
            assertThat(map(counts.get("revoked")).getOrDefault("ads", 0))
                    .isEqualTo(count(
                            street,
                            in.and(shop ->
                                    ads(street, Shipped.POLICY, "4.00", shop) && !ads(street, next, "4.20", shop))));
            assertThat(map(counts.get("granted")).getOrDefault("ads", 0))
                    .isEqualTo(count(
                            street,
                            in.and(shop ->
                                    !ads(street, Shipped.POLICY, "4.00", shop) && ads(street, next, "4.20", shop))));
            var levels = new TreeMap<String, Integer>();
            street.shops.stream().filter(in).forEach(shop -> {
                String was = street.reckon(Shipped.POLICY, shop).level();
                String is = street.reckon(next, shop).level();
                if (!was.equals(is)) {
                    levels.merge(was + ">" + is, 1, Integer::sum);
                }
            });
            assertThat(new TreeMap<>(map(counts.get("levels")))).isEqualTo(levels);
            assertThat(pages(id, "WINNERS", category)).hasSize((Integer) counts.get("winners"));
        }
        long small = street.shops.stream()
                .filter(shop -> shop.sum("order.paid") >= 1 && shop.sum("order.paid") < 30)
                .count();
        assertThat((Integer) result.path("result.sizes.ORDERS_1_TO_29.shops")).isEqualTo((int) small);
        for (var wrong : Map.of("which", "BEST", "size", "HUGE", "category", "Fresh.Food")
                .entrySet()) {
            given().queryParam(wrong.getKey(), wrong.getValue())
                    .get("/v1/policy-dry-runs/{id}/shops", id)
                    .then()
                    .statusCode(400)
                    .body("errors", hasSize(1))
                    .body("errors[0].field", equalTo(wrong.getKey()));
        }
    }

    private static int count(Street street, Predicate<Street.Shop> of) {
        return (int) street.shops.stream().filter(of).count();
    }

    private static int change(Street street, Policy next, Street.Shop shop) {
        return new BigDecimal(street.reckon(next, shop).published())
                .compareTo(new BigDecimal(street.reckon(Shipped.POLICY, shop).published()));
    }

    private static boolean ads(Street street, Policy policy, String from, Street.Shop shop) {
        Reckoned score = street.reckon(policy, shop);
        return score.stage().equals("FORMAL") && new BigDecimal(score.published()).compareTo(new BigDecimal(from)) >= 0;
    }

    private static List<Map<String, Object>> pages(String id, String which, String category) {
        var all = new ArrayList<Map<String, Object>>();
        String token = "";
        while (token != null) {
            var request = given().queryParam("which", which)
                    .queryParam("pageSize", 37)
                    .queryParam("pageToken", token);
            var page = (category.isEmpty() ? request : request.queryParam("category", category))
                    .get("/v1/policy-dry-runs/{id}/shops", id);
            page.then().statusCode(200);
            all.addAll(page.jsonPath().<Map<String, Object>>getList("shops"));
            token = page.path("nextPageToken");
        }
        return all;
    }

    private static Map<String, Reckoned> provisional(Street street) {
        var all = new TreeMap<String, Reckoned>();
        for (int from = 0; from < street.shops.size(); from += 100) {
            var ids = street.shops.subList(from, Math.min(from + 100, street.shops.size())).stream()
                    .map(Street.Shop::id)
                    .toList();
            given().urlEncodingEnabled(false)
                    .contentType(ContentType.JSON)
                    .body(Map.of("shopIds", ids))
                    .post("/v1/scores:batchGet")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .<Map<String, Object>>getList("scores")
                    .forEach(score -> {
                        Map<String, Object> live = map(score.get("provisional"));
                        all.put(
                                String.valueOf(score.get("shopId")),
                                new Reckoned(
                                        String.valueOf(live.get("stage")),
                                        String.valueOf(live.get("published")),
                                        String.valueOf(live.get("level"))));
                    });
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? new HashMap<>() : (Map<String, Object>) value;
    }

    private static void assertPolicyOf(String shop, LocalDate day, String policy) {
        given().get("/v1/shops/{id}/scores/{day}", shop, day.toString())
                .then()
                .body("scores[0].policyVersion", equalTo(policy));
    }

    private static void assertReplays(String shop, LocalDate day) {
        replay(shop, day, 0);
    }

    private static void replay(String shop, LocalDate day, int revision) {
        given().contentType(ContentType.JSON)
                .body(Map.of("shopId", shop, "statDate", day.toString(), "revision", revision))
                .post("/v1/replays")
                .then()
                .statusCode(200)
                .body("equal", equalTo(true));
    }

    private static int revisions(String shop, LocalDate day) {
        return given().get("/v1/shops/{id}/scores/{day}", shop, day.toString()).path("scores.size()");
    }

    /** As ingest leaves it, after what was frozen. */
    private void late(String shop, LocalDate day) {
        var packed = new Amounts();
        packed.add(book.ids().named("verdict.invoice-refused").orElseThrow().id(), 1);
        PolicyDesk.sql(pool, """
                insert into late_fact (partition, record_offset, shop_id, day, first_stat_date, last_stat_date, amounts, ref, reason)
                select $1, frozen_offset + 1, $2, $3, $3, $3, $4, 'conduct/1', 'appeal/1' from official_lane where stat_date = $3 and partition = $1
                """, Tuple.of((short) Lane.of(shop), shop, day, Buffer.buffer(TileBytes.pack(packed))));
    }

    private long waiting() {
        return rows("""
            select count(*) from pg_locks l join pg_database d on d.oid = l.database
             where not l.granted and d.datname = current_database() and l.relation = 'policy_dry_run_shop'::regclass
            """, Tuple.tuple()).getFirst().getLong(0);
    }

    private long terminated() {
        return rows("""
            select count(*) filter (where pg_terminate_backend(l.pid)) from pg_locks l
             where not l.granted and l.relation = 'policy_dry_run_shop'::regclass
            """, Tuple.tuple()).getFirst().getLong(0);
    }

    private static Map<String, Object> result(String id) {
        return given().get("/v1/policy-dry-runs/{id}", id).jsonPath().getMap("result");
    }

    private List<String> effects(String id) {
        return rows(
                        "select shop_id || was || becomes from policy_dry_run_shop where dry_run_id = $1 order by shop_id",
                        Tuple.of(id))
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private List<Row> rows(String query, Tuple values) {
        return pool.preparedQuery(query).execute(values).await().atMost(SOON).stream()
                .toList();
    }
}
