package org.shopscore.aggregator.benchmark.kept;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.aggregator.tile.TileBytes;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** From tiles to benchmarks; each test has a market and a past day of its own. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class BenchmarkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Inject
    Shops tiles;

    @Inject
    MeasureBook book;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    private final Market market = new Market();
    private LocalDate day;

    @BeforeEach
    void openTheMarket() {
        day = BusinessDay.of(clock.instant()).minusDays(2000 - 40L * DAYS.getAndIncrement());
        // Of these days long ago every lane's feeds are proven complete.
        sql("""
            insert into sequence_position (partition, source, incarnation, last, last_id, complete_until)
            select p, s, 'test', 1, '', now() from generate_series(0, 31) p,
                unnest(array['/customer-service-svc', '/after-sales-svc', '/logistics-svc']) s on conflict do nothing
            """, Tuple.tuple());
        market.register(pool, tiles, day);
    }

    @Test
    void everyAverageAndPercentileIsThatOfAPlainCountOverTheShops() {
        run();

        for (String category : List.of(market.top, market.mid, market.leaf)) {
            JsonPath answer = benchmarks(category);
            for (Metric metric : Shipped.POLICY.metrics()) {
                List<Market.Shop> peers = market.peers(category, metric);
                Map<String, Object> line = line(answer, metric.id());
                assertThat(line)
                        .as("%s of %s", metric.id(), category)
                        .containsEntry("shops", peers.size())
                        .containsEntry("average", sixDecimals(market.average(peers, metric)))
                        .doesNotContainKey("hidden");
                assertThat(points(line))
                        .as("%s of %s", metric.id(), category)
                        .isEqualTo(Market.percentiles(peers.stream()
                                .map(shop -> market.points(shop, metric))
                                .toList()));
            }
            List<BigDecimal> published = published(category);
            Map<String, Object> total = line(answer, "total");
            assertThat(total).containsEntry("shops", published.size());
            assertThat(total)
                    .containsEntry(
                            "average",
                            sixDecimals(published.stream()
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                                    .divide(BigDecimal.valueOf(published.size()), 30, RoundingMode.HALF_EVEN)));
            assertThat(points(total)).isEqualTo(Market.percentiles(published));
        }
    }

    @Test
    void ofFewerThanTwentyShopsNothingIsShownButTheirNumber() {
        run();

        List<Map<String, Object>> lines = benchmarks(market.rare).getList("benchmarks");
        assertThat(lines)
                .hasSize(12)
                .allSatisfy(line -> assertThat(line)
                        .containsEntry("hidden", "FEWER_THAN_20_SHOPS")
                        .doesNotContainKeys("average", "points"));
        assertThat(line(benchmarks(market.rare), "total"))
                .containsEntry("shops", published(market.rare).size());
        Market.Shop shop = formal(market.rare);
        explanation(shop.id())
                .body("official.category.hidden", equalTo("FEWER_THAN_20_SHOPS"))
                .body("official.category", not(hasKey("average")))
                .body("official.metrics[0].category.hidden", equalTo("FEWER_THAN_20_SHOPS"))
                .body("official.metrics[0].category", not(hasKey("percentile")));
    }

    @Test
    void anOfficialScoreIsExplainedBesideItsPeers() {
        run();
        Market.Shop shop = formal(market.leaf);
        JsonPath answer = explanation(shop.id()).extract().jsonPath();

        assertThat(answer.getString("official.statDate")).isEqualTo(day.toString());
        assertThat(answer.getString("official.stage")).isEqualTo("FORMAL");
        BigDecimal own = published("select published from score_day where stat_date = $1 and shop_id = $2", shop.id())
                .getFirst();
        assertThat(answer.getString("official.published")).isEqualTo(own.toPlainString());
        assertThat(answer.getString("official.category.percentile"))
                .isEqualTo(Market.percentBelow(published(market.leaf), own));
        for (Metric metric : Shipped.POLICY.metrics()) {
            List<Market.Shop> peers = market.peers(market.leaf, metric);
            Map<String, Object> line = answer.getMap("official.metrics.find { it.id == '" + metric.id() + "' }");
            @SuppressWarnings("unchecked")
            var category = (Map<String, Object>) line.get("category");
            assertThat(category)
                    .containsEntry("categoryId", market.leaf)
                    .containsEntry("average", sixDecimals(market.average(peers, metric)));
            if (shop.sum(metric.ratio().denominator()) > 0) {
                assertThat(category)
                        .containsEntry(
                                "percentile",
                                Market.percentBelow(
                                        peers.stream()
                                                .map(peer -> market.points(peer, metric))
                                                .toList(),
                                        market.points(shop, metric)))
                        .containsEntry(
                                "difference",
                                sixDecimals(
                                        market.average(List.of(shop), metric).subtract(market.average(peers, metric))));
            } else {
                assertThat(category).doesNotContainKeys("percentile", "difference");
            }
        }
    }

    @Test
    void aProvisionalScoreIsComparedWithTheNewestDayThatHasBenchmarks() {
        run();
        Market.Shop shop = formal(market.leaf);
        // The registry is a second behind what a test writes beside it.
        assertThat(Await.within(
                        PATIENCE,
                        () -> explanation(shop.id()).extract().path("provisional.metrics[0].category") != null))
                .isTrue();
        String newest = pool.query(
                        "select max(stat_date)::text from official_day where published_at is not null and benchmarked")
                .execute()
                .await()
                .atMost(Shops.SOON)
                .iterator()
                .next()
                .getString(0);

        explanation(shop.id())
                .body("provisional.metrics[0].category.categoryId", equalTo(market.leaf))
                .body("provisional.metrics[0].category.statDate", equalTo(newest))
                .body("provisional.stage", equalTo("GROWTH"))
                .body("provisional", not(hasKey("category")));
    }

    @Test
    void aRevisionTakesTheOldScoreOutAndPutsTheNewOneInAndItsInverseLeavesNoTrace() {
        run();
        Market.Shop shop = formal(market.leaf);
        var before = rows();
        JsonPath shown = benchmarks(market.top);
        BigDecimal published = published(
                        "select published from score_day where stat_date = $1 and shop_id = $2", shop.id())
                .getFirst();

        revise(shop, Map.of("complaint.due", 400L, "complaint.on-time", 1L), 1);
        Metric complaints = metric("complaintOnTimeRate");
        int others = market.peers(market.top, complaints).size() - (shop.sum("complaint.due") > 0 ? 1 : 0);
        assertThat(line(benchmarks(market.top), complaints.id())).containsEntry("shops", others + 1);
        assertThat(line(benchmarks(market.top), "total"))
                .containsEntry("shops", line(shown, "total").get("shops"));
        BigDecimal corrected = published(
                        "select published from score_day where stat_date = $1 and shop_id = $2 and revision = 1",
                        shop.id())
                .getFirst();
        assertThat(corrected).isLessThan(published);
        var all = new java.util.ArrayList<>(published(market.top));
        all.remove(published);
        all.add(corrected);
        assertThat(points(line(benchmarks(market.top), "total"))).isEqualTo(Market.percentiles(all));
        assertThat(rows()).isNotEqualTo(before);

        revise(shop, Map.of("complaint.due", -400L, "complaint.on-time", -1L), 2);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aStepThatDiesAfterItHasCountedCountsNobodyTwiceAndNothingIsSeenBeforeTheDayIs() {
        Market.Shop shop = formal(market.leaf);
        sql("create sequence deaths", Tuple.tuple());
        sql("""
            create function die() returns trigger language plpgsql as
            'begin perform nextval(''deaths''); raise exception ''killed''; end'
            """, Tuple.tuple());
        sql(
                "create trigger die before update on official_lane for each row when (new.scored and new.stat_date = '"
                        + day + "' and new.partition = " + Lane.of(shop.id()) + ") execute function die()",
                Tuple.tuple());
        try {
            given().put("/v1/official-runs/{day}", day.toString()).then().statusCode(202);
            assertThat(Await.within(
                            PATIENCE,
                            () -> number("select case when is_called then last_value else 0 end from deaths") > 2))
                    .isTrue();
            get(market.top).statusCode(404).body("code", equalTo("unknown-day"));
        } finally {
            sql("drop trigger die on official_lane", Tuple.tuple());
            sql("drop function die", Tuple.tuple());
            sql("drop sequence deaths", Tuple.tuple());
        }
        run();

        for (Metric metric : Shipped.POLICY.metrics()) {
            assertThat(line(benchmarks(market.top), metric.id()))
                    .containsEntry("shops", market.peers(market.top, metric).size());
        }
    }

    @Test
    void whatNobodyPublishedIsNotThere() {
        get(market.top).statusCode(404).body("code", equalTo("unknown-day"));
        run();
        get("nowhere-" + market.name).statusCode(404).body("code", equalTo("unknown-category"));
        given().queryParam("statDate", "昨天")
                .get("/v1/categories/{id}/benchmarks", market.top)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-field"));
        given().get("/v1/categories/{id}/benchmarks", "Tee & Kaffee").then().statusCode(400);
    }

    private Market.Shop formal(String category) {
        return market.shops.values().stream()
                .filter(shop -> shop.category().equals(category) && shop.isFormal())
                .findFirst()
                .orElseThrow();
    }

    private static Metric metric(String id) {
        return Shipped.POLICY.metrics().stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void run() {
        given().put("/v1/official-runs/{day}", day.toString()).then().statusCode(202);
        assertThat(Await.within(
                        PATIENCE,
                        () -> given().get("/v1/official-runs/{day}", day.toString())
                                .path("state")
                                .equals("PUBLISHED")))
                .isTrue();
    }

    private io.restassured.response.ValidatableResponse get(String category) {
        return given().queryParam("statDate", day.toString())
                .get("/v1/categories/{id}/benchmarks", category)
                .then();
    }

    private JsonPath benchmarks(String category) {
        return get(category).statusCode(200).extract().jsonPath();
    }

    private static io.restassured.response.ValidatableResponse explanation(String shopId) {
        return given().get("/v1/shops/{id}/score/explanation", shopId).then().statusCode(200);
    }

    private static Map<String, Object> line(JsonPath answer, String subject) {
        return answer.getMap("benchmarks.find { it.subject == '" + subject + "' }");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> points(Map<String, Object> line) {
        return new TreeMap<>((Map<String, String>) line.get("points"));
    }

    private static String sixDecimals(BigDecimal value) {
        return value.setScale(6, RoundingMode.HALF_UP).toPlainString();
    }

    /** The published scores of the FORMAL shops of the category and of those below it. */
    private List<BigDecimal> published(String category) {
        return market.shops.values().stream()
                .filter(shop -> shop.isFormal() && market.isBelow(shop.category(), category))
                .map(shop -> published(
                                "select published from score_day where stat_date = $1 and shop_id = $2 and revision = 0",
                                shop.id())
                        .getFirst())
                .toList();
    }

    private List<BigDecimal> published(String query, String shopId) {
        return pool.preparedQuery(query).execute(Tuple.of(day, shopId)).await().atMost(Shops.SOON).stream()
                .map(row -> row.getBigDecimal(0))
                .toList();
    }

    /** As ingest leaves it, after what was frozen. */
    private void revise(Market.Shop shop, Map<String, Long> amounts, int revision) {
        var packed = new Amounts();
        amounts.forEach((name, amount) ->
                packed.add(book.ids().named(name).orElseThrow().id(), amount));
        sql(
                """
                insert into late_fact (partition, record_offset, shop_id, day, first_stat_date, last_stat_date, amounts, ref, reason)
                select $1, frozen_offset + $2, $3, $4, $4, $4, $5, 'complaint/1', 'appeal/1' from official_lane
                 where stat_date = $4 and partition = $1
                """,
                Tuple.of(
                        (short) Lane.of(shop.id()),
                        (long) revision,
                        shop.id(),
                        day,
                        Buffer.buffer(TileBytes.pack(packed))));
        assertThat(Await.within(
                        PATIENCE,
                        () -> published(
                                                "select published from score_day where stat_date = $1 and shop_id = $2",
                                                shop.id())
                                        .size()
                                == revision + 1))
                .isTrue();
    }

    private List<String> rows() {
        return pool.preparedQuery("""
                    select concat_ws(' ', category_id, subject, numerator, denominator, shops, encode(points, 'hex'))
                      from category_benchmark where stat_date = $1 and category_id like $2 order by 1
                    """).execute(Tuple.of(day, market.name + "%")).await().atMost(Shops.SOON).stream()
                .map((Row row) -> row.getString(0))
                .toList();
    }

    private long number(String query) {
        return pool.query(query)
                .execute()
                .await()
                .atMost(Shops.SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private void sql(String statement, Tuple values) {
        pool.preparedQuery(statement).execute(values).await().atMost(Shops.SOON);
    }
}
