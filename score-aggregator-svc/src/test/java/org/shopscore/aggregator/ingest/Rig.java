package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.Flyway;
import org.shopscore.aggregator.ingest.telling.Announcer;
import org.shopscore.aggregator.official.run.Pace;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.aggregator.tile.page.LaneTiles;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;
import org.shopscore.platform.Durability;
import org.shopscore.platform.Platform;
import org.shopscore.platform.PlatformResource;

/** A database and topics of its own on the real stores, and as many ingest loops, each a "process", as a test starts. */
public final class Rig implements AutoCloseable {

    /** Often, so that whatever a test does comes in the middle of it. */
    private static final Duration FOLD_EVERY = Duration.ofMillis(50);

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String IDLE_IN_TRANSACTION = "idle_in_transaction_session_timeout";
    private static final AtomicInteger COUNT = new AtomicInteger();

    final Platform platform;
    final String name = "ingest_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    public final IngestSettings settings;
    private final io.vertx.core.Vertx vertx = io.vertx.core.Vertx.vertx();
    private final Admin admin;
    private KafkaProducer<byte[], byte[]> producer;
    private final List<Loop> loops = new ArrayList<>();
    final Pool pool;

    public Rig() {
        this(Durability.FAST);
    }

    Rig(Durability durability) {
        this(durability, Map.of("message.timestamp.type", "LogAppendTime"));
    }

    /** The log believes the times that records bring, however far ahead they are. */
    static Rig withTimesOfItsOwn() {
        return new Rig(
                Durability.FAST,
                Map.of(
                        "message.timestamp.type",
                        "CreateTime",
                        "message.timestamp.after.max.ms",
                        String.valueOf(Duration.ofDays(400).toMillis()),
                        "retention.ms",
                        "-1"));
    }

    private Rig(Durability durability, Map<String, String> topicSettings) {
        Midnight.letPass();
        var resource = new PlatformResource();
        resource.init(Map.of("database", name, "durability", durability.name()));
        resource.start();
        platform = PlatformResource.platform();
        Flyway.configure()
                .dataSource(platform.jdbcUrl(name), "postgres", "postgres")
                .load()
                .migrate();
        settings = settings("");
        producer = newProducer();
        admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()));
        createTopics(topicSettings);
        pool = pool(platform.ports().postgres());
    }

    /** Of a group of its own. */
    IngestSettings settings(String group) {
        return new IngestSettings(
                platform.bootstrapServers(), name, name + "-quarantine", name + group, FOLD_EVERY, new Pace(100));
    }

    private KafkaProducer<byte[], byte[]> newProducer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers(), "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * The topic of events is deleted and created again. A producer's numbers mean nothing to the new log: one that went on would be refused
     * until it gave its first batches up.
     */
    void makeLogAnew() {
        producer.close();
        producer = newProducer();
        done(() -> admin.deleteTopics(List.of(settings.topic())).all().get());
        await("the topic is created again", () -> succeeds(this::createEvents));
        await("its partitions have leaders", () -> succeeds(this::askLeaders));
    }

    private static boolean succeeds(Runnable step) {
        try {
            step.run();
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    /** One that has not opened its partition yet refuses a producer's first batch and may take the second: then it never takes the first. */
    private void askLeaders() {
        var newest = IntStream.range(0, Lane.COUNT)
                .boxed()
                .collect(
                        Collectors.toMap(lane -> new TopicPartition(settings.topic(), lane), _ -> OffsetSpec.latest()));
        done(() -> admin.listOffsets(newest).all().get());
    }

    private void createEvents() {
        var events = new NewTopic(settings.topic(), Lane.COUNT, (short) 1)
                .configs(Map.of("message.timestamp.type", "LogAppendTime"));
        done(() -> admin.createTopics(List.of(events)).all().get());
    }

    private void createTopics(Map<String, String> topicSettings) {
        var events = new NewTopic(settings.topic(), Lane.COUNT, (short) 1).configs(topicSettings);
        platform.createTopics(List.of(events, new NewTopic(settings.quarantine(), 1, (short) 1)));
    }

    Pool pool(int port) {
        var options = PgConnectOptions.fromUri(platform.reactiveUrl(name))
                .setPort(port)
                .setUser("postgres")
                .setPassword("postgres");
        ofTheProduct(IDLE_IN_TRANSACTION).ifPresent(value -> options.addProperty(IDLE_IN_TRANSACTION, value));
        return new Pool(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(options)
                .using(vertx)
                .build());
    }

    /** What the service asks of the database for each of its connections. */
    private static Optional<String> ofTheProduct(String connectionProperty) {
        var product = new Properties();
        try (var file = Rig.class.getResourceAsStream("/application.properties")) {
            product.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(
                product.getProperty("quarkus.datasource.reactive.additional-properties." + connectionProperty));
    }

    /** One process. */
    record Loop(IngestLoop loop, Thread thread) {

        void stop() {
            loop.stop();
            end();
        }

        void end() {
            try {
                assertThat(thread.join(PATIENCE)).as("the loop ends").isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    Loop start(Board board) {
        return start(board, pool, settings, Clock.systemUTC());
    }

    Loop start(Board board, Pool through, IngestSettings as, Clock clock) {
        return start(board, through, as, clock, new SimpleMeterRegistry());
    }

    Loop start(Announcer announcer, Pool through, IngestSettings as, Clock clock, MeterRegistry metrics) {
        var loop = new IngestLoop(as, through, new MeasureBook(through), announcer, new IngestMetrics(metrics), clock);
        var started = new Loop(loop, Thread.ofPlatform().name("ingest").start(loop));
        loops.add(started);
        return started;
    }

    public Emitter emitter(String source, String incarnation) {
        return new Emitter(settings.topic(), source, incarnation);
    }

    void deliver(List<ProducerRecord<byte[], byte[]>> records) {
        var sent = records.stream().map(producer::send).toList();
        sent.forEach(one -> done(one::get));
    }

    public void send(List<Emitter.Sent> sent) {
        deliver(sent.stream().map(Emitter.Sent::record).toList());
    }

    /** "shop day measure" to amount. */
    Map<String, Long> tiles() {
        var ids = new MeasureBook(pool).read().await().atMost(PATIENCE);
        var tiles = new TreeMap<String, Long>();
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            LaneTiles.byDay(pool, lane, LocalDate.EPOCH, LocalDate.EPOCH.plusYears(1_000))
                    .await()
                    .atMost(PATIENCE)
                    .forEach((day, shops) -> shops.forEach((shop, tile) -> ids.named(tile)
                            .forEach((measure, amount) -> tiles.put(Oracle.key(shop, day, measure), amount))));
        }
        return tiles;
    }

    long count(String query) {
        return pool.query(query)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    /** Everything in the log is in the tiles. */
    void awaitConsumed() {
        awaitConsumed(PATIENCE);
    }

    void awaitConsumed(Duration patience) {
        long end = logEnd();
        assertThat(Await.within(patience, () -> consumed() >= end))
                .as("everything in the log is consumed")
                .isTrue();
    }

    private long consumed() {
        return count("select sum(next_offset)::bigint from ingest_partition");
    }

    private long logEnd() {
        return ends().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<TopicPartition, Long> ends() {
        try (var consumer = settings.consumer()) {
            return consumer.endOffsets(partitions());
        }
    }

    List<TopicPartition> partitions() {
        return IntStream.range(0, Lane.COUNT)
                .mapToObj(lane -> new TopicPartition(settings.topic(), lane))
                .toList();
    }

    /** The sum of the group's offsets. */
    long groupOffset() {
        return done(() ->
                admin.listConsumerGroupOffsets(settings.group()).partitionsToOffsetAndMetadata().get().values().stream()
                        .mapToLong(OffsetAndMetadata::offset)
                        .sum());
    }

    void awaitAnnounced() {
        awaitConsumed();
        long end = logEnd();
        await("the group has announced everything", () -> groupOffset() >= end);
    }

    void resetGroup() {
        var start =
                partitions().stream().collect(Collectors.toMap(partition -> partition, _ -> new OffsetAndMetadata(0)));
        await("the group is empty", () -> {
            try {
                admin.alterConsumerGroupOffsets(settings.group(), start).all().get();
                return true;
            } catch (ExecutionException _) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    void assertExact(Oracle oracle, Board board, LocalDate day) {
        await("tiles are exact", () -> tiles().equals(oracle.tiles()));
        assertThat(tiles()).isEqualTo(oracle.tiles());
        await("announced sums are exact", () -> board.sums().equals(oracle.sums(day)));
    }

    /** Everything that was set aside. */
    List<ConsumerRecord<byte[], byte[]>> quarantined() {
        var partition = new TopicPartition(settings.quarantine(), 0);
        try (var consumer = settings.consumer()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    public static void await(String what, BooleanSupplier condition) {
        assertThat(Await.within(PATIENCE, condition)).as(what).isTrue();
    }

    private interface Asked<T> {
        T get() throws ExecutionException, InterruptedException;
    }

    private static <T> T done(Asked<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        loops.forEach(Loop::stop);
        producer.close();
        admin.close();
        pool.close().await().atMost(PATIENCE);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
