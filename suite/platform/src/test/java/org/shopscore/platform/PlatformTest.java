package org.shopscore.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Topics;

class PlatformTest {

    private static Platform platform;

    @BeforeAll
    static void start() {
        Path data = Scratch.folder("platform-test");
        platform = Platform.start(data, Ports.free(), Durability.DURABLE);
        platform.createTopics();
        platform.createTopics();
    }

    @AfterAll
    static void stop() {
        platform.close();
        assertThat(Leftovers.in(Path.of("target", "platform-test"))).isEmpty();
    }

    @Test
    void aCommittedRowSurvivesAKilledPostgres() throws SQLException {
        platform.createDatabase("kept");
        platform.createDatabase("kept");
        sql("create table shop (name text)");
        sql("insert into shop values ('乐活小铺')");
        long before = platform.postgres().pid();

        platform.postgres().kill();
        assertThat(platform.postgres().alive()).isFalse();
        platform.postgres().start();

        assertThat(platform.postgres().pid()).isNotEqualTo(before);
        assertThat(sql("select name from shop")).isEqualTo("乐活小铺");
        assertThat(sql("show fsync")).isEqualTo("on");
        assertThat(sql("show synchronous_commit")).isEqualTo("on");
    }

    @Test
    void aKeySurvivesARestartedRedis() throws IOException {
        assertThat(redis("SET shop 乐活小铺")).startsWith("+OK");
        platform.redis().restart();
        assertThat(redis("GET shop")).contains("乐活小铺");
    }

    @Test
    void anAcknowledgedRecordSurvivesAKilledKafka() throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.ORDER_FACTS, 5, "shop-1/order-1", "已签收"))
                    .get();
        }
        platform.kafka().kill();
        platform.kafka().start();
        TopicPartition partition = new TopicPartition(Topics.ORDER_FACTS, 5);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .extracting(r -> r.value())
                    .containsExactly("已签收");
            assertThat(consumer.partitionsFor(Topics.METRIC_EVENTS)).hasSize(Lane.COUNT);
            assertThat(consumer.partitionsFor(Topics.QUARANTINE)).hasSize(1);
        }
    }

    @Test
    void aTopicThatIsMadeCanBeWrittenToAtOnce() throws Exception {
        List<TopicPartition> partitions = IntStream.range(0, 200)
                .mapToObj(n -> new TopicPartition("at-once", n))
                .toList();
        platform.createTopics(List.of(new NewTopic("at-once", partitions.size(), (short) 1)));
        try (KafkaProducer<String, String> once = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers(), "retries", 0, "enable.idempotence", false),
                new StringSerializer(),
                new StringSerializer())) {
            List<Future<RecordMetadata>> sent = partitions.stream()
                    .map(p -> once.send(new ProducerRecord<>(p.topic(), p.partition(), "shop-1", "已支付")))
                    .toList();
            once.flush();
            assertThat(sent).allMatch(record -> record.state() == Future.State.SUCCESS);
        }
    }

    @Test
    void aTopicThatNobodyMakesIsNotMadeByItsUse() throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers(), "max.block.ms", 2_000),
                new StringSerializer(),
                new StringSerializer())) {
            assertThat(producer.send(new ProducerRecord<>("metric-event", "shop-1", "写错的主题")))
                    .failsWithin(Duration.ofSeconds(5));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .contains(
                            Topics.METRIC_EVENTS,
                            Topics.ORDER_FACTS,
                            Topics.NOTIFICATIONS,
                            Topics.SCORE_CHANGES,
                            Topics.SHOPS,
                            Topics.SHOPS_QUARANTINE,
                            Topics.QUARANTINE)
                    .doesNotContain("metric-event");
        }
    }

    @Test
    void aPausedPostgresAnswersOnlyAfterItsResume() throws SQLException, InterruptedException {
        platform.postgres().pause();
        Thread query = Thread.ofVirtual().start(() -> {
            try {
                sql("select 1", "postgres");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(query.join(Duration.ofMillis(500))).isFalse();
        platform.postgres().resume();
        assertThat(query.join(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void everyStoreHasAPidAndWorksInItsOwnFolder() {
        List<Long> pids =
                platform.stores().stream().map(LocalProcess::pid).distinct().toList();
        assertThat(pids).hasSize(3);
        assertThat(Platform.at(Path.of("target", "platform-test"), platform.ports(), Durability.DURABLE)
                        .stores())
                .extracting(LocalProcess::pid)
                .isEqualTo(pids);
    }

    private static String sql(String statement) throws SQLException {
        return sql(statement, "kept");
    }

    private static String sql(String text, String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(platform.jdbcUrl(database), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            if (!statement.execute(text)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static String redis(String command) throws IOException {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), platform.ports().redis());
                InputStream answer = socket.getInputStream()) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
