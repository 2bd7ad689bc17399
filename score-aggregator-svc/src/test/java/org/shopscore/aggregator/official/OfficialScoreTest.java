package org.shopscore.aggregator.official;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.change.ChangesRead;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.aggregator.tile.TileBytes;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Measures;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** From tiles to a published, revised and recomputed score; each test has a past day of its own. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class OfficialScoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Inject
    Shops shops;

    @Inject
    MeasureBook book;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    private final String shop = Shops.fresh();
    private LocalDate day;

    @BeforeEach
    void takeADay() {
        day = BusinessDay.of(clock.instant()).minusDays(680 - 36L * DAYS.getAndIncrement());
        // Of these days long ago every lane's feeds are proven complete.
        sql("""
            insert into sequence_position (partition, source, incarnation, last, last_id, complete_until)
            select p, s, 'test', 1, '', now() from generate_series(0, 31) p,
                unnest(array['/customer-service-svc', '/after-sales-svc', '/logistics-svc']) s on conflict do nothing
            """, Tuple.tuple());
    }

    @Test
    void aDayIsRunPublishedForAllShopsAndRecomputedToTheSameDigits() {
        countExample(day);
        String young = Shops.fresh();
        shops.count(young, day, Map.of("order.paid", 3L));
        run();

        given().get("/v1/shops/{id}/scores/{day}", shop, day.toString())
                .then()
                .statusCode(200)
                .body("scores", hasSize(1))
                .body("scores[0].revision", equalTo(0))
                .body("scores[0].stage", equalTo("FORMAL"))
                .body("scores[0].published", equalTo("4.59"))
                .body("scores[0].base", equalTo("4.5874"))
                .body("scores[0].level", equalTo("GOOD"))
                .body("scores[0].trafficWeight", equalTo("1.10"))
                .body("scores[0].dimensions.goods", equalTo("4.5397"))
                .body("scores[0].samples", aMapWithSize(11))
                .body("scores[0].samples", hasEntry("productRating", 400))
                .body("scores[0].samples", hasEntry("complaintOnTimeRate", 20))
                .body("scores[0].policyVersion", equalTo("exp-score-5/2026.1.0"));
        given().get("/v1/shops/{id}/scores/{day}", young, day.toString())
                .then()
                .body("scores[0].stage", equalTo("GROWTH"))
                .body("scores[0].published", equalTo("4.25"));
        replay(shop, 0).body("equal", equalTo(true)).body("differences", hasSize(0));
    }

    @Test
    void aReplayFindsEachFigureThatIsNotAsItIsComputed() {
        countExample(day);
        run();
        sql("""
                update score_day set traffic_weight = 1.30, severe = true, points = '{"goods": "4.5398"}'
                 where stat_date = $1 and shop_id = $2
                """, Tuple.of(day, shop));
        replay(shop, 0)
                .body("equal", equalTo(false))
                .body("differences.figure", containsInAnyOrder("trafficWeight", "severe", "points.goods"))
                .body("differences.find { it.figure == 'points.goods' }.recomputed", equalTo("4.5397"));
    }

    @Test
    void aReplayWhoseInputsAreNotWholeGivesNoOtherScore() {
        countExample(day);
        run();
        sql("delete from input_page where stat_date = $1", Tuple.of(day));

        replay(shop, 0).statusCode(409).body("code", equalTo("inputs-incomplete"));
    }

    @Test
    void aRunThatIsAskedForAgainChangesNothing() {
        countExample(day);
        run();
        shops.count(shop, day.minusDays(1), Map.of("complaint.due", 1000L));
        run();

        given().get("/v1/shops/{id}/scores/{day}", shop, day.toString()).then().body("scores.base", contains("4.5874"));
    }

    @Test
    void aFactThatCameTooLateIsARevisionBesideThePublishedScoreWithTheDifference() {
        countExample(day);
        run();
        late(day.minusDays(3), Map.of("complaint.on-time", 1L), "complaint/7", "appeal/7", 9);

        assertThat(Await.within(PATIENCE, () -> revisions() == 2)).isTrue();
        given().get("/v1/shops/{id}/scores/{day}", shop, day.toString())
                .then()
                .body("scores.base", contains("4.5874", "4.6189"))
                .body("scores.published", contains("4.59", "4.62"))
                .body("scores[1].cause.factCount", equalTo(1))
                .body("scores[1].cause.facts[0].ref", equalTo("complaint/7"))
                .body("scores[1].cause.facts[0].reason", equalTo("appeal/7"))
                .body("scores[1].cause.difference.'complaint.on-time'", equalTo(1));
        replay(shop, 0).body("equal", equalTo(true));
        replay(shop, 1).body("equal", equalTo(true));
        given().queryParam("from", day.toString())
                .queryParam("to", day.toString())
                .get("/v1/shops/{id}/scores", shop)
                .then()
                .body("scores.revision", contains(1));
    }

    @Test
    void whatWasInTheInputsAlreadyRevisesNothing() {
        countExample(day);
        run();
        late(day, Map.of("complaint.on-time", 1L), "complaint/8", "appeal/8", -1);

        assertThat(Await.within(PATIENCE, () -> count("select count(*) from late_fact where shop_id = $1") == 0))
                .isTrue();
        assertThat(revisions()).isEqualTo(1);
    }

    @Test
    void aWaterfallBeginsAtThePublishedTotalAndSaysWhatIsOnlyScoredOtherwiseSince() {
        countExample(day);
        run();
        shops.count(shop, day.minusDays(1), Map.of("complaint.on-time", 1L));

        given().queryParam("from", day.toString())
                .get("/v1/shops/{id}/score/explanation", shop)
                .then()
                .statusCode(200)
                .body("waterfall.fromTotal", equalTo("4.5874"))
                .body("waterfall.steps[0].what", equalTo("restated"))
                .body("waterfall.steps[0].effect", equalTo("0.0315"));
    }

    @Test
    void aScoreThatWasChangedBehindItsInputsIsFoundByTheDigit() {
        countExample(day);
        run();
        sql("update score_day set base = 4.5875 where shop_id = $1", Tuple.of(shop));

        replay(shop, 0)
                .body("equal", equalTo(false))
                .body("differences.figure", contains("base"))
                .body("differences[0].stored", equalTo("4.5875"))
                .body("differences[0].recomputed", equalTo("4.5874"));
    }

    @Test
    void aDayThatFailsKeepsBackNeitherALaterOneNorItsRevisions() {
        countExample(day);
        LocalDate next = day.plusDays(1);
        plantFailure();
        try {
            given().put("/v1/official-runs/{day}", day.toString()).then().statusCode(202);
            run(next);
            assertThat(Await.within(
                            PATIENCE,
                            () -> count("select count(*) from official_lane where stat_date = '" + day
                                            + "' and $1::text is not null")
                                    == Lane.COUNT))
                    .isTrue();
            for (int n = 0; n < 500; n++) {
                late(day, Map.of("complaint.on-time", 1L), "complaint/" + n, "appeal/" + n, 9);
            }
            late(next, next, Map.of("complaint.on-time", 1L), "complaint/next", "appeal/next", 9);

            assertThat(Await.within(
                            PATIENCE,
                            () -> count("select count(*) from score_day where stat_date = '" + next
                                            + "' and shop_id = $1")
                                    == 2))
                    .isTrue();
            assertThat(count("select count(*) from score_day where stat_date = '" + day + "' and shop_id = $1"))
                    .isZero();
        } finally {
            endFailure();
        }
        run();
        assertThat(Await.within(PATIENCE, () -> count("select count(*) from late_fact where shop_id = $1") == 0))
                .isTrue();
        given().get("/v1/shops/{id}/scores/{day}", shop, day.toString())
                .then()
                .body("scores[1].cause.factCount", equalTo(500));
    }

    @Test
    void withoutProofThatAFeedIsCompleteAShopIsWithheldAndItsScoreBeforeIsShown() {
        countExample(day);
        run();
        LocalDate next = day.plusDays(1);
        sql("update sequence_position set complete_until = null where partition = $1", Tuple.of((short) Lane.of(shop)));
        try {
            run(next);
        } finally {
            sql("update sequence_position set complete_until = now() where incarnation = 'test'", Tuple.tuple());
        }

        given().get("/v1/shops/{id}/scores/{day}", shop, next.toString())
                .then()
                .body("scores[0].stage", equalTo("WITHHELD"))
                .body("scores[0].published", equalTo(null))
                .body("scores[0].previous.statDate", equalTo(day.toString()))
                .body("scores[0].previous.published", equalTo("4.59"));
        replay(shop, next, 0).body("equal", equalTo(true));

        revise(day, "FORMAL", "3.34");
        asOfToday().body("official.previous.published", equalTo("4.59"));
        given().get("/v1/shops/{id}/scores/{day}", shop, next.toString())
                .then()
                .body("scores[0].previous.published", equalTo("3.34"));
        sql("delete from score_day where revision = 1 and shop_id = $1", Tuple.of(shop));
        revise(day, "NONE", null);
        given().get("/v1/shops/{id}/scores/{day}", shop, next.toString())
                .then()
                .body("scores[0].previous", equalTo(null));
        sql("delete from score_day where revision = 1 and shop_id = $1", Tuple.of(shop));
    }

    /** Its category's averages were made without it: as long as it takes, it is not FORMAL on that day. */
    @Test
    void whoIsWithheldIsSettledWithTheAveragesThoughTheFeedsAreCompleteWhenTheRunGoesOn() {
        countExample(day);
        sql("update sequence_position set complete_until = null where partition = $1", Tuple.of((short) Lane.of(shop)));
        plantFailure();
        try {
            given().put("/v1/official-runs/{day}", day.toString()).then().statusCode(202);
            assertThat(Await.within(
                            PATIENCE,
                            () -> count("select count(*) from official_day where averaged and stat_date = '" + day
                                            + "' and $1::text is not null")
                                    == 1))
                    .isTrue();
        } finally {
            sql("update sequence_position set complete_until = now() where incarnation = 'test'", Tuple.tuple());
            endFailure();
        }
        run();
        given().get("/v1/shops/{id}/scores/{day}", shop, day.toString())
                .then()
                .body("scores[0].stage", equalTo("WITHHELD"));
    }

    /** No score of the day can be stored. */
    private void plantFailure() {
        execute(
                "create function planted() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$");
        execute("create trigger planted before insert on score_day for each row when (new.stat_date = date '" + day
                + "') execute function planted()");
    }

    private void endFailure() {
        execute("drop trigger planted on score_day");
        execute("drop function planted()");
    }

    @Test
    void lastWeeksFigureOfADayThatWasWithheldIsNoneToCompareWith() {
        countExample(day);
        sql("update sequence_position set complete_until = null where partition = $1", Tuple.of((short) Lane.of(shop)));
        try {
            run();
        } finally {
            sql("update sequence_position set complete_until = now() where incarnation = 'test'", Tuple.tuple());
        }
        run(day.plusDays(7));
        explained(day.plusDays(7)).body("official.metrics[0]", not(hasKey("weekAgo")));

        run(day.plusDays(14));
        explained(day.plusDays(14)).body("official.metrics[0].weekAgo.raw", equalTo("4.680000"));
    }

    private io.restassured.response.ValidatableResponse explained(LocalDate newest) {
        return given().get("/v1/shops/{id}/score/explanation", shop)
                .then()
                .statusCode(200)
                .body("official.statDate", equalTo(newest.toString()));
    }

    private io.restassured.response.ValidatableResponse asOfToday() {
        return given().queryParam("asOf", BusinessDay.of(clock.instant()).toString())
                .get("/v1/shops/{id}/score", shop)
                .then();
    }

    /** As it will be known tomorrow. */
    private void revise(LocalDate on, String stage, String published) {
        sql("""
                insert into score_day (stat_date, shop_id, revision, partition, stage, published, base, deductions, dimensions, known_at)
                select stat_date, shop_id, 1, partition, $3, $4::text::numeric, base, deductions, dimensions, now() + interval '1 day'
                  from score_day where stat_date = $1 and shop_id = $2 and revision = 0
                """, Tuple.of(on, shop, stage, published));
    }

    @Test
    void theScoreThatHeldOnADayIsAnsweredAsItWasKnownThen() {
        countExample(day);
        run();
        LocalDate today = BusinessDay.of(clock.instant());

        given().queryParam("asOf", today.toString())
                .get("/v1/shops/{id}/score", shop)
                .then()
                .statusCode(200)
                .body("official.statDate", equalTo(day.toString()))
                .body("official.published", equalTo("4.59"));
        given().queryParam("asOf", day.plusDays(2).toString())
                .get("/v1/shops/{id}/score", shop)
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-score"));
    }

    @Test
    void aPublishedDayTellsWhatShopsHoldAndOpensTheReviewOfAVeryLowScore() {
        countExample(day);
        String low = Shops.fresh();
        var counted = example();
        counted.put("verdict.invoice-refused", 7L);
        counted.put("verdict.brushing", 1L);
        shops.count(low, day, counted);
        run();

        given().get("/v1/shops/{id}/entitlements", shop)
                .then()
                .statusCode(200)
                .body("statDate", equalTo(day.toString()))
                .body("level", equalTo("GOOD"))
                .body("trafficWeight", equalTo("1.10"))
                .body("entitlements.findAll { it.held }.code", contains("ads", "alliance", "categoryLicence"))
                .body("entitlements[0].why", equalTo("GRANTED"))
                .body("entitlements[2].findings[0].value", equalTo(null));
        assertThat(Await.within(PATIENCE, () -> told(shop, "entitlements/ads").size() == 1))
                .isTrue();
        assertThat(told(shop, "entitlements/ads").getFirst())
                .containsEntry("statDate", day.toString())
                .containsEntry("held", true)
                .containsEntry("corrected", false);
        given().get("/v1/shops/{id}/entitlements", low)
                .then()
                .body("entitlements.findAll { it.held }", hasSize(0))
                .body("entitlements[1].findings[2].kind", equalTo("NO_SEVERE_VIOLATION"))
                .body("entitlements[1].findings[2].holds", equalTo(false))
                .body("entitlements[1].earliest", equalTo(day.plusDays(30).toString()))
                .body("reviews[0].open", equalTo(true));
        given().queryParam("shopId", low)
                .get("/v1/termination-reviews")
                .then()
                .body("cases.state", contains("OPEN"))
                .body("cases.openedBy", contains(day.toString()));
        assertThat(Await.within(
                        PATIENCE, () -> told(low, "reviews/terminationReview").size() == 1))
                .isTrue();
        assertThat(told(low, "entitlements/terminationReview")).isEmpty();
    }

    @Test
    void aDayThatIsPublishedAfterALaterOneIsCountedInItAndTellsNothingOfItsOwn() {
        shops.count(shop, day.minusDays(1), example());
        run();
        given().get("/v1/shops/{id}/entitlements", shop)
                .then()
                .body("evaluation", equalTo(0))
                .body("entitlements[0].since", equalTo(day.toString()));

        run(day.minusDays(1));

        assertThat(Await.within(
                        PATIENCE,
                        () -> given().get("/v1/shops/{id}/entitlements", shop)
                                .path("evaluation")
                                .equals(1)))
                .isTrue();
        given().get("/v1/shops/{id}/entitlements", shop)
                .then()
                .body("statDate", equalTo(day.toString()))
                .body("entitlements[0].since", equalTo(day.minusDays(1).toString()))
                .body("entitlements[2].findings[0].days[1].value", equalTo("4.59"));
        assertThat(told(shop, "entitlements/ads")).hasSize(1);
    }

    private static List<Map<String, Object>> told(String shopId, String about) {
        return ChangesRead.of(PlatformResource.platform().bootstrapServers(), shopId, about);
    }

    @Test
    void aDayWhoseCutOffHasNotComeCannotBeRun() {
        given().put("/v1/official-runs/{day}", BusinessDay.of(clock.instant()).toString())
                .then()
                .statusCode(422)
                .body("code", equalTo("day-out-of-range"));
        given().put("/v1/official-runs/{day}", "昨天").then().statusCode(400);
        given().contentType(ContentType.JSON)
                .body(Map.of("shopId", shop, "statDate", "+10000-01-01"))
                .post("/v1/replays")
                .then()
                .statusCode(400)
                .body("errors.field", contains("statDate"));
        given().contentType(ContentType.JSON)
                .body(Map.of("shopId", shop, "statDate", day.toString()))
                .post("/v1/replays")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-shop"));
    }

    @Test
    void ofAShopThatNobodyKnowsNoScoreIsMissing() {
        asOfToday().statusCode(404).body("code", equalTo("unknown-shop"));
        replay(shop, 0).statusCode(404).body("code", equalTo("unknown-shop"));

        countExample(day);
        asOfToday().statusCode(404).body("code", equalTo("unknown-score"));
        replay(shop, 0).statusCode(404).body("code", equalTo("unknown-score"));
    }

    @Test
    void aDayThatNobodyHasAskedForDoesNotLookAsIfItWereToBeRun() {
        given().get("/v1/official-runs/{day}", "2001-01-01")
                .then()
                .statusCode(200)
                .body("state", equalTo("NOT_REQUESTED"))
                .body("frozen", equalTo(0));
    }

    @Test
    void aDayThatIsStillToComeHasNoOfficialScores() {
        String tomorrow = BusinessDay.of(clock.instant()).plusDays(1).toString();
        given().get("/v1/shops/{id}/scores/{day}", shop, tomorrow)
                .then()
                .statusCode(422)
                .body("code", equalTo("day-out-of-range"))
                .body("errors.field", contains("statDate"));
        given().queryParam("from", BusinessDay.of(clock.instant()).toString())
                .queryParam("to", tomorrow)
                .get("/v1/shops/{id}/scores", shop)
                .then()
                .statusCode(422)
                .body("errors.field", contains("to"));
    }

    private io.restassured.response.ValidatableResponse replay(String shopId, int revision) {
        return replay(shopId, day, revision);
    }

    private static io.restassured.response.ValidatableResponse replay(String shopId, LocalDate statDate, int revision) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("shopId", shopId, "statDate", statDate.toString(), "revision", revision))
                .post("/v1/replays")
                .then();
    }

    private void run() {
        run(day);
    }

    private static void run(LocalDate statDate) {
        given().put("/v1/official-runs/{day}", statDate.toString()).then().statusCode(202);
        assertThat(Await.within(
                        PATIENCE,
                        () -> given().get("/v1/official-runs/{day}", statDate.toString())
                                .path("state")
                                .equals("PUBLISHED")))
                .isTrue();
    }

    private void countExample(LocalDate on) {
        shops.count(shop, on, example());
    }

    private static Map<String, Long> example() {
        var counted = new HashMap<String, Long>();
        Measures.names().forEach(name -> counted.put(name, Window.example().sum(name)));
        counted.values().removeIf(amount -> amount == 0);
        return counted;
    }

    /** As ingest leaves it, so many records after what was frozen. */
    private void late(LocalDate on, Map<String, Long> amounts, String ref, String reason, long after) {
        late(day, on, amounts, ref, reason, after);
    }

    private void late(
            LocalDate statDate, LocalDate on, Map<String, Long> amounts, String ref, String reason, long after) {
        var packed = new Amounts();
        amounts.forEach((name, amount) ->
                packed.add(book.ids().named(name).orElseThrow().id(), amount));
        sql(
                """
                insert into late_fact (partition, record_offset, shop_id, day, first_stat_date, last_stat_date, amounts, ref, reason)
                select $1, frozen_offset + $2, $3, $4, $5, $5, $6, $7, $8 from official_lane where stat_date = $5 and partition = $1
                """,
                Tuple.tuple()
                        .addValue((short) Lane.of(shop))
                        .addValue(after)
                        .addValue(shop)
                        .addValue(on)
                        .addValue(statDate)
                        .addValue(Buffer.buffer(TileBytes.pack(packed)))
                        .addValue(ref)
                        .addValue(reason));
    }

    private int revisions() {
        return given().get("/v1/shops/{id}/scores/{day}", shop, day.toString()).path("scores.size()");
    }

    private long count(String query) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(shop))
                .await()
                .atMost(Shops.SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private void execute(String statement) {
        pool.query(statement).execute().await().atMost(Shops.SOON);
    }

    private void sql(String statement, Tuple values) {
        pool.preparedQuery(statement).execute(values).await().atMost(Shops.SOON);
    }
}
