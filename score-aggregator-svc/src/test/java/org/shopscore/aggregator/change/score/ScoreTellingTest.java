package org.shopscore.aggregator.change.score;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.change.ChangesRead;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** Days as runs leave them behind; what is told is compared with what the lookup answers. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ScoreTellingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @Inject
    RevisedScores revised;

    private final String shop = Shops.fresh();
    private LocalDate day;

    /** Behind all days that there are, so that it is the newest. */
    @BeforeEach
    void takeADay() {
        LocalDate newest = pool.query("select max(stat_date) from official_day where published_at is not null")
                .execute()
                .await()
                .atMost(Shops.SOON)
                .iterator()
                .next()
                .getLocalDate(0);
        day = newest == null ? LocalDate.of(2003, 3, 1) : newest.plusDays(1);
    }

    @Test
    void aDayTellsWhatReallyChangedAndEachEventIsWhatTheLookupAnswers() {
        String same = Shops.fresh();
        String gone = Shops.fresh();
        score(day, shop, 0, "FORMAL", "4.59", "GOOD", "1.10");
        score(day, same, 0, "GROWTH", "4.25", "GOOD", "1.00");
        score(day, gone, 0, "NONE", null, null, null);
        assertThat(told(shop)).isEmpty();
        publish(day);
        assertThat(Await.within(PATIENCE, () -> told(gone).size() == 1)).isTrue();
        assertThat(Await.within(PATIENCE, () -> !told(shop).isEmpty())).isTrue();
        assertThat(told(shop)).hasSize(1);
        assertEqualToLookup(shop);
        assertEqualToLookup(same);

        LocalDate next = day.plusDays(1);
        score(next, shop, 0, "FORMAL", "4.59", "GOOD", "1.20");
        score(next, same, 0, "GROWTH", "4.25", "GOOD", "1.00");
        publish(next);
        assertThat(Await.within(PATIENCE, () -> told(gone).size() == 2)).isTrue();
        assertThat(Await.within(PATIENCE, () -> told(shop).size() == 2)).isTrue();
        assertEqualToLookup(shop);
        assertThat(told(same)).hasSize(1);
        assertThat(told(gone).getLast()).containsEntry("stage", null).containsEntry("statDate", next.toString());
    }

    @Test
    void aRevisionOfTheNewestDayIsToldAsACorrectionAndOneThatChangesNothingIsNot() {
        String other = Shops.fresh();
        score(day, shop, 0, "FORMAL", "4.59", "GOOD", "1.10");
        score(day, other, 0, "FORMAL", "4.59", "GOOD", "1.10");
        publish(day);
        assertThat(Await.within(
                        PATIENCE, () -> told(shop).size() == 1 && told(other).size() == 1))
                .isTrue();

        revise(day, other, 1, "4.59");
        revise(day, shop, 1, "4.62");
        assertThat(Await.within(PATIENCE, () -> told(shop).size() == 2)).isTrue();
        assertEqualToLookup(shop);
        assertThat(told(shop).getLast()).containsEntry("corrected", true).containsEntry("revision", 1);
        assertThat(Await.within(PATIENCE, () -> count("select count(*) from score_revised") == 0))
                .isTrue();
        assertThat(told(other)).hasSize(1);

        score(day.minusDays(1), other, 1, "FORMAL", "3.00", "POOR", "0.80");
        revised.note(pool, day.minusDays(1), Map.of(other, 1)).await().atMost(Shops.SOON);
        assertThat(Await.within(PATIENCE, () -> count("select count(*) from score_revised") == 0))
                .isTrue();
        assertThat(told(other)).hasSize(1);
    }

    @Test
    void aRevisionBetweenTwoDaysIsNotLostToTheComparison() {
        score(day, shop, 0, "FORMAL", "4.50", "GOOD", "1.10");
        publish(day);
        assertThat(Await.within(PATIENCE, () -> told(shop).size() == 1)).isTrue();

        LocalDate next = day.plusDays(1);
        score(next, shop, 0, "FORMAL", "4.62", "GOOD", "1.10");
        // In one transaction, so that nothing can be told in between.
        pool.withTransaction(connection -> connection
                        .preparedQuery(ROW)
                        .execute(row(day, shop, 1, "FORMAL", "4.62", "GOOD", "1.10"))
                        .chain(() -> revised.note(connection, day, Map.of(shop, 1)))
                        .chain(() ->
                                connection.preparedQuery(PUBLISH).execute(Tuple.of(next, Shipped.POLICY.reference()))))
                .await()
                .atMost(Shops.SOON);
        assertThat(Await.within(
                        PATIENCE, () -> "4.62".equals(told(shop).getLast().get("published"))))
                .isTrue();
    }

    @Test
    void aDayOfManyShopsIsToldOnceEach() {
        int shops = 9_000;
        String run = Shops.fresh();
        pool.preparedQuery("""
                        insert into input_page (stat_date, partition, first_shop, shops, inputs)
                        select $1, l, min(s), array_agg(s order by s), '' from (
                          select s collate "C" as s, l, row_number() over (partition by l order by s collate "C") / 100 as part
                            from unnest($2::text[], $3::smallint[]) t (s, l)) p
                         group by l, part
                        """)
                .execute(Tuple.of(day, ids(run, shops), lanes(run, shops)))
                .chain(() -> pool.preparedQuery("""
                                insert into score_day (stat_date, shop_id, revision, partition, stage, published, total, base, level,
                                    traffic_weight, deductions, dimensions)
                                select $1, s, 0, l, 'FORMAL', 4 + (n % 100) / 100.0, 4, 4, 'GOOD', 1.10, 0, '{}'
                                  from unnest($2::text[], $3::smallint[]) with ordinality t (s, l, n)
                                """).execute(Tuple.of(day, ids(run, shops), lanes(run, shops))))
                .await()
                .atMost(Duration.ofSeconds(60));
        publish(day);

        assertThat(Await.within(
                        PATIENCE,
                        () -> count("select count(*) from score_telling where done and stat_date = '" + day + "'")
                                == Lane.COUNT))
                .isTrue();
        var newest = ChangesRead.ofAll(PlatformResource.platform().bootstrapServers(), run, "score/official");
        assertThat(newest).hasSize(shops);
        for (int n = 1; n <= shops; n++) {
            assertThat(newest.get(run + "-" + n))
                    .hasSize(1)
                    .first()
                    .satisfies(event -> assertThat(event).containsKey("published"));
            assertThat(newest.get(run + "-" + n).getFirst().get("published"))
                    .isEqualTo(BigDecimal.valueOf(400 + n % 100, 2).toPlainString());
        }
    }

    private static String[] ids(String run, int shops) {
        return IntStream.rangeClosed(1, shops).mapToObj(n -> run + "-" + n).toArray(String[]::new);
    }

    private static Short[] lanes(String run, int shops) {
        return IntStream.rangeClosed(1, shops)
                .mapToObj(n -> (short) Lane.of(run + "-" + n))
                .toArray(Short[]::new);
    }

    private static final String ROW = """
            insert into score_day (stat_date, shop_id, revision, partition, stage, published, total, base, level, traffic_weight,
                deductions, dimensions)
            values ($1, $2, $3, $4, $5, $6, $6, 4, $7, $8, 0, '{}')
            """;
    private static final String PUBLISH =
            "insert into official_day (stat_date, policy, averaged, published_at) values ($1, $2, true, clock_timestamp())";

    private static Tuple row(
            LocalDate of, String who, int revision, String stage, String published, String level, String weight) {
        return Tuple.tuple()
                .addValue(of)
                .addValue(who)
                .addValue(revision)
                .addValue((short) Lane.of(who))
                .addValue(stage)
                .addValue(published == null ? null : new BigDecimal(published))
                .addValue(level)
                .addValue(weight == null ? null : new BigDecimal(weight));
    }

    private void score(
            LocalDate of, String who, int revision, String stage, String published, String level, String weight) {
        if (revision == 0) {
            sql(
                    "insert into input_page (stat_date, partition, first_shop, shops, inputs) values ($1, $3, $2, array[$2], '')",
                    Tuple.of(of, who, (short) Lane.of(who)));
        }
        sql(ROW, row(of, who, revision, stage, published, level, weight));
    }

    private void revise(LocalDate of, String who, int revision, String published) {
        pool.withTransaction(connection -> connection
                        .preparedQuery(ROW)
                        .execute(row(of, who, revision, "FORMAL", published, "GOOD", "1.10"))
                        .chain(() -> revised.note(connection, of, Map.of(who, revision))))
                .await()
                .atMost(Shops.SOON);
    }

    private void publish(LocalDate of) {
        sql(PUBLISH, Tuple.of(of, Shipped.POLICY.reference()));
    }

    private void assertEqualToLookup(String who) {
        given().contentType("application/json").body(Map.of()).put("/v1/shops/{id}", who);
        var event = told(who).getLast();
        assertThat(Await.within(PATIENCE, () -> {
                    Map<String, Object> official = given().get("/v1/shops/{id}/score?form=compact", who)
                            .path("official");
                    return official != null
                            && List.of("statDate", "revision", "policyVersion").stream()
                                    .allMatch(name -> official.get(name).equals(event.get(name)))
                            && java.util.stream.Stream.of("stage", "published", "level", "trafficWeight")
                                    .allMatch(name -> java.util.Objects.equals(official.get(name), event.get(name)));
                }))
                .as(event.toString())
                .isTrue();
    }

    private List<Map<String, Object>> told(String who) {
        return ChangesRead.of(PlatformResource.platform().bootstrapServers(), who, "score/official");
    }

    private long count(String query) {
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
