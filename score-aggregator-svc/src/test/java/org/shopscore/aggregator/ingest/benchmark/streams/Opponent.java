package org.shopscore.aggregator.ingest.benchmark.streams;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.metric.Topics;

/** The program: takes the broker's address and a folder. {@code threads} and {@code commit} (milliseconds) are properties. */
public final class Opponent {

    public static final String APPLICATION = "opponent";
    public static final String SCORES = "opponent-scores";
    public static final String CHANGELOG = "opponent-tiles-changelog";
    static final String TILES = "tiles";
    static final String LIVES = "lives";

    private static final String POLICY = "exp-score-5.json";

    public static void main(String[] args) throws IOException {
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
        var streams = new KafkaStreams(topology(engine()), settings(args[0], Path.of(args[1])));
        streams.setUncaughtExceptionHandler(failure -> {
            failure.printStackTrace();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close, "shutdown"));
        streams.start();
    }

    private static ScoreEngine engine() throws IOException {
        try (InputStream in = Opponent.class.getResourceAsStream("/policy/" + POLICY)) {
            return new ScoreEngine(PolicyFile.read(POLICY, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private static Topology topology(ScoreEngine engine) {
        return new Topology()
                .addSource("events", new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.METRIC_EVENTS)
                .addProcessor("shops", () -> new ShopScores(engine), "events")
                .addStateStore(store(TILES).withCachingDisabled(), "shops")
                .addStateStore(store(LIVES).withCachingEnabled(), "shops")
                .addSink("scores", SCORES, new ByteArraySerializer(), new ByteArraySerializer(), "shops");
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(HashStore.named(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of());
    }

    private static Properties settings(String bootstrapServers, Path folder) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, Integer.getInteger("threads", 1));
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, Integer.getInteger("commit", 100));
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 8 << 20);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 5_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.RECEIVE_BUFFER_CONFIG), -1);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 << 10);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 50);
        return settings;
    }

    private Opponent() {}
}
