package org.shopscore.aggregator.ingest.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.shopscore.aggregator.ingest.benchmark.streams.Opponent;
import org.shopscore.aggregator.ingest.benchmark.streams.Tile;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;
import org.shopscore.platform.Jvm;
import org.shopscore.platform.LocalProcess;
import org.shopscore.platform.Platform;

/** The Kafka Streams topology; what it has come to is read from its changelog and its scores. */
final class StreamsOpponent implements Contestant {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Platform platform;
    private final Log log;
    private final LocalProcess process;

    StreamsOpponent(Platform platform, Log log, Path home) {
        this.platform = platform;
        this.log = log;
        process = new LocalProcess(new JvmProcess("opponent", home, program(home), Map.of(), _ -> applied() > 0));
    }

    private List<String> program(Path home) {
        var program = new ArrayList<>(List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        for (String property : List.of("threads", "commit")) {
            if (System.getProperty(property) != null) {
                program.add("-D" + property + "=" + System.getProperty(property));
            }
        }
        program.addAll(List.of("-cp", Jvm.classPath(), Opponent.class.getName()));
        program.addAll(
                List.of(platform.bootstrapServers(), home.resolve("state").toString()));
        return program;
    }

    @Override
    public String name() {
        return "Kafka Streams";
    }

    @Override
    public void start() {
        platform.createTopics(List.of(new NewTopic(Opponent.SCORES, Lane.COUNT, (short) 1)));
        process.start();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public long applied() {
        return log.committed(Opponent.APPLICATION);
    }

    /** A commit takes the scores of its records along, or of those before them: a round later they are there too. */
    @Override
    public long visible() {
        return applied();
    }

    @Override
    public String check(Expected expected) {
        var cells = new Cells();
        newest(Opponent.CHANGELOG, (key, value) -> add(cells, expected.load(), Tile.unpacked(key, value)));
        assertThat(expected.cells().differences(cells))
                .as("amounts that differ")
                .isZero();
        assertThat(Await.within(PATIENCE, () -> differingScores(expected) == 0))
                .as("scores are the same")
                .isTrue();
        return "%,d tiles' amounts and %,d scores are the same"
                .formatted(cells.size(), expected.load().shops());
    }

    private long differingScores(Expected expected) {
        var scores = new HashMap<Integer, String>();
        newest(Opponent.SCORES, (key, value) -> scores.put(shop(key), new String(value, US_ASCII)));
        return IntStream.range(0, expected.load().shops())
                .filter(shop -> !scores.getOrDefault(shop, "").contains(total(expected, shop)))
                .count();
    }

    private static String total(Expected expected, int shop) {
        return "\"total\":\"" + expected.score(shop).total() + "\"";
    }

    private static void add(Cells cells, Load load, Tile tile) {
        int daysAgo = Math.toIntExact(load.today().toEpochDay() - tile.day());
        int shop = shop(tile.shop());
        tile.forEach((measure, amount) -> cells.add(shop, daysAgo, measure, amount));
    }

    private static int shop(byte[] id) {
        return Integer.parseInt(new String(id, US_ASCII).substring("shop-".length()));
    }

    /** The newest value of each key. */
    private void newest(String topic, BiConsumer<byte[], byte[]> each) {
        var newest = new HashMap<String, Map.Entry<byte[], byte[]>>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", platform.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var lanes = IntStream.range(0, Lane.COUNT)
                    .mapToObj(lane -> new TopicPartition(topic, lane))
                    .toList();
            consumer.assign(lanes);
            consumer.seekToBeginning(lanes);
            var ends = consumer.endOffsets(lanes);
            while (lanes.stream().anyMatch(lane -> consumer.position(lane) < ends.get(lane))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> newest.put(
                                new String(record.key(), ISO_8859_1), Map.entry(record.key(), record.value())));
            }
        }
        newest.values().forEach(entry -> each.accept(entry.getKey(), entry.getValue()));
    }

    @Override
    public void stop() {
        process.stop();
    }
}
