package org.shopscore.suite.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Topics;
import org.shopscore.platform.Await;
import org.shopscore.suite.RunningSuite;
import org.shopscore.suite.Service;

/** A process that tells a published day of many shops dies in the middle, more than once. */
class TellingKilledTest {

    private static final int SHOPS = 60_000;
    private static final int KILLS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Behind all others, so that it is the newest. */
    private static final String DAY = "2099-03-01";

    private final String run = "told-" + UUID.randomUUID().toString().substring(0, 8) + "-";

    @Test
    void everyShopOfTheDayIsToldWithItsScoreAndARepetitionHasTheSameId() throws Exception {
        publish();
        for (int kill = 1; kill <= KILLS; kill++) {
            int some = Lane.COUNT * kill / (KILLS + 2);
            assertThat(Await.within(PATIENCE, () -> lanesDone() > some)).isTrue();
            RunningSuite.suite().service(Service.AGGREGATOR).process().kill();
            assertThat(told()).as("killed in the middle").isLessThan(SHOPS);
            RunningSuite.suite().service(Service.AGGREGATOR).process().start();
        }
        assertThat(Await.within(PATIENCE, () -> lanesDone() == Lane.COUNT)).isTrue();

        Map<String, List<String>> seen = read();
        assertThat(seen).hasSize(SHOPS);
        int repeated = 0;
        for (int n = 1; n <= SHOPS; n++) {
            List<String> events = seen.get(run + n);
            assertThat(new HashSet<>(events)).as(run + n).hasSize(1);
            assertThat(events.getFirst()).contains("\"published\":\"4.%02d\"".formatted(n % 100));
            repeated += events.size() - 1;
        }
        System.out.printf("Killed %d times while %d shops were told; %d were told twice.%n", KILLS, SHOPS, repeated);
        assertThat(repeated).isLessThanOrEqualTo(KILLS * 2_000);
    }

    /** Other tests look at the newest day too. */
    @AfterEach
    void takeAway() throws SQLException {
        try (var database = database();
                var statement = database.createStatement()) {
            for (String table : List.of("score_telling", "official_day", "score_day", "input_page")) {
                statement.execute("delete from " + table + " where stat_date = date '" + DAY + "'");
            }
        }
    }

    private void publish() throws SQLException {
        var ids = IntStream.rangeClosed(1, SHOPS).mapToObj(n -> run + n).toArray(String[]::new);
        var lanes = IntStream.rangeClosed(1, SHOPS)
                .mapToObj(n -> (short) Lane.of(run + n))
                .toArray(Short[]::new);
        try (var database = database()) {
            database.setAutoCommit(false);
            execute(database, """
                    insert into input_page (stat_date, partition, first_shop, shops, inputs)
                    select date '%s', l, min(s), array_agg(s order by s), '' from (
                      select s collate "C" as s, l, row_number() over (partition by l order by s collate "C") / 100 as part
                        from unnest(?::text[], ?::smallint[]) t (s, l)) p
                     group by l, part
                    """.formatted(DAY), ids, lanes);
            execute(database, """
                    insert into score_day (stat_date, shop_id, revision, partition, stage, published, total, base, level, traffic_weight,
                        deductions, dimensions)
                    select date '%s', s, 0, l, 'FORMAL', 4 + (n %% 100) / 100.0, 4, 4, 'GOOD', 1.10, 0, '{}'
                      from unnest(?::text[], ?::smallint[]) with ordinality t (s, l, n)
                    """.formatted(DAY), ids, lanes);
            try (var statement = database.createStatement()) {
                statement.execute(
                        "insert into official_day (stat_date, policy, averaged, published_at)" + " values (date '" + DAY
                                + "', (select min(reference) from policy_document), true, clock_timestamp())");
            }
            database.commit();
        }
    }

    private static void execute(Connection database, String sql, String[] ids, Short[] lanes) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            statement.setArray(1, database.createArrayOf("text", ids));
            statement.setArray(2, database.createArrayOf("smallint", lanes));
            statement.execute();
        }
    }

    private int told() {
        return read().size();
    }

    /** Asked of the database: to read the log again takes as long as to tell a good part of the day. */
    private int lanesDone() {
        try (var database = database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from score_telling where stat_date = date '" + DAY + "' and done")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(
                RunningSuite.suite().platform().jdbcUrl(Service.AGGREGATOR.database()), "postgres", "postgres");
    }

    /** Id and data of each record of an official score, by shop; who is in a day has a provisional one too. */
    private Map<String, List<String>> read() {
        var partitions = IntStream.range(0, Lane.COUNT)
                .mapToObj(partition -> new TopicPartition(Topics.SCORE_CHANGES, partition))
                .toList();
        var found = new HashMap<String, List<String>>();
        try (var log = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        RunningSuite.suite().platform().bootstrapServers(),
                        "max.poll.records",
                        5_000),
                new StringDeserializer(),
                new StringDeserializer())) {
            log.assign(partitions);
            log.seekToBeginning(partitions);
            var ends = log.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> log.position(partition) < ends.get(partition))) {
                for (var record : log.poll(Duration.ofMillis(200))) {
                    if (record.key().startsWith(run) && record.key().endsWith("/score/official")) {
                        String id =
                                new String(record.headers().lastHeader("ce_id").value(), UTF_8);
                        found.computeIfAbsent(record.key().split("/", 2)[0], _ -> new java.util.ArrayList<>())
                                .add(id + " " + record.value());
                    }
                }
            }
        }
        return found;
    }
}
