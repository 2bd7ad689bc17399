package org.shopscore.suite.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;
import org.shopscore.suite.RunningSuite;
import org.shopscore.suite.Service;
import org.shopscore.suite.StoredTiles;

/** The aggregator dies in the middle of a day's official run: once while inputs are frozen, once while shops are scored. */
class OfficialRunKilledTest {

    private static final int SHOPS = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Days of which nobody else counts anything; their windows have no day in common. */
    private static final LocalDate WHOLE = LocalDate.of(2021, 3, 10);

    /** The lock of whoever folds tiles of partition 31 into pages; who freezes it waits for that. */
    private static final long FOLDING_OF_THE_LAST = 0x74696c6573000000L + 31;

    private static final LocalDate KILLED = LocalDate.of(2021, 7, 10);

    private final String run = "run-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private long inTime;

    @BeforeEach
    void fill() throws Exception {
        for (int n = 0; n < SHOPS; n++) {
            inTime += 20 + n % 19;
        }
        try (var database = database()) {
            addTiles(database, 1);
            try (var statement = database.createStatement()) {
                statement.execute("insert into category (category_id, name) values ('%s', '茶叶')".formatted(run));
            }
            try (var statement = database.prepareStatement(
                    "insert into shop (shop_id, lane, category_id, flags) values (?, ?, '" + run + "', '{}')")) {
                for (int n = 0; n < SHOPS; n++) {
                    statement.setString(1, run + n);
                    statement.setInt(2, Lane.of(run + n));
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
        assertThat(Await.within(PATIENCE, () -> count("""
                        (select distinct partition, source from sequence_position where complete_until is not null) p""") == 3L * Lane.COUNT))
                .as("every feed is proven complete")
                .isTrue();
    }

    @Test
    void whatIsPublishedIsWhatARunThatNobodyDisturbedPublishes() throws Exception {
        ask(WHOLE);
        awaitPublished(WHOLE);
        try (var database = held("select pg_advisory_xact_lock(" + FOLDING_OF_THE_LAST + ")")) {
            ask(KILLED);
            killWhen("official_lane where stat_date = '" + KILLED + "'");
            database.rollback();
        }
        String last = "official_lane where partition = 31 and stat_date = '" + KILLED + "'";
        assertThat(Await.within(PATIENCE, () -> count(last) == 1)).isTrue();
        try (var database = held("select 1 from " + last + " for update")) {
            killWhen("official_lane where scored and stat_date = '" + KILLED + "'");
            database.rollback();
        }
        awaitPublished(KILLED);

        var killed = scores(KILLED);
        assertThat(killed).hasSize(SHOPS).isEqualTo(scores(WHOLE));
        assertThat(killed.values()).allMatch(score -> score.startsWith("0 FORMAL"));
        assertThat(average("deliveryOnTimeRate", KILLED)).isEqualTo(inTime + "/" + 40L * SHOPS + " of " + SHOPS);
        assertThat(count("input_page cross join lateral unnest(shops) shop_id where shop_id like '" + run
                        + "%' and stat_date = '" + KILLED + "'"))
                .isEqualTo(SHOPS);
        assertThat(count("entitlement_day where evaluation = 0 and shop_id like '" + run + "%' and stat_date = '"
                        + KILLED + "'"))
                .isEqualTo(SHOPS);
    }

    /** @param sign -1 to take them away again: the tiles of other tests are compared with what services told */
    private void addTiles(Connection database, int sign) throws SQLException, IOException {
        var tiles = new StoredTiles(database);
        for (int n = 0; n < SHOPS; n++) {
            for (LocalDate day : new LocalDate[] {WHOLE, KILLED}) {
                tiles.add(run + n, day.minusDays(n % 30), "order.paid", sign * (30L + n % 7));
                tiles.add(run + n, day.minusDays(n % 29), "delivery.due", sign * 40L);
                tiles.add(run + n, day.minusDays(n % 29), "delivery.on-time", sign * (20L + n % 19));
            }
        }
        tiles.store();
    }

    @AfterEach
    void takeAway() throws SQLException, IOException {
        try (var database = database();
                var statement = database.createStatement()) {
            addTiles(database, -1);
            for (String table : new String[] {"score_day", "input_page", "entitlement_day"}) {
                statement.execute("delete from %s where stat_date in ('%s', '%s')".formatted(table, WHOLE, KILLED));
            }
            statement.execute("delete from shop where category_id = '" + run + "'");
        }
    }

    private static void ask(LocalDate day) throws Exception {
        var answer = RunningSuite.wire()
                .put(
                        RunningSuite.suite().endpoints().aggregator().http(),
                        "/v1/official-runs/" + day,
                        "application/json",
                        BodyPublishers.noBody(),
                        PATIENCE);
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    /** A transaction that holds what one partition needs to go on, so that the others are done and it is not. */
    private static Connection held(String lock) throws SQLException {
        var database = database();
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute(lock);
        }
        return database;
    }

    private static void killWhen(String some) {
        var process = RunningSuite.suite().service(Service.AGGREGATOR).process();
        assertThat(Await.within(PATIENCE, () -> count(some) > 0)).isTrue();
        process.kill();
        assertThat(count(some)).as("killed in the middle of " + some).isLessThan(Lane.COUNT);
        process.start();
    }

    private static void awaitPublished(LocalDate day) {
        assertThat(Await.within(
                        PATIENCE,
                        () -> count("official_day where published_at is not null and stat_date = '" + day + "'") == 1))
                .as(day + " is published")
                .isTrue();
    }

    /** Of each shop, everything that was published. */
    private Map<String, String> scores(LocalDate day) throws SQLException {
        var scores = new TreeMap<String, String>();
        try (var database = database();
                var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select shop_id, revision, stage, published, total, base, level, deductions, dimensions from score_day
                         where shop_id like '%s%%' and stat_date = '%s'""".formatted(run, day))) {
            while (rows.next()) {
                var score = new StringBuilder(rows.getString(2));
                for (int column = 3; column <= 9; column++) {
                    score.append(' ').append(rows.getString(column));
                }
                assertThat(scores.put(rows.getString(1), score.toString())).isNull();
            }
        }
        return scores;
    }

    private String average(String metric, LocalDate day) throws SQLException {
        try (var database = database();
                var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select numerator || '/' || denominator || ' of ' || shops from category_average
                         where category_id = '%s' and metric = '%s' and stat_date = '%s'""".formatted(run, metric, day))) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static long count(String what) {
        try (var database = database();
                var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(
                RunningSuite.suite().platform().jdbcUrl(Service.AGGREGATOR.database()), "postgres", "postgres");
    }
}
