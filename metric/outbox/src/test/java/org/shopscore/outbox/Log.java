package org.shopscore.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.shopscore.metric.Headers;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.Topics;
import org.shopscore.platform.PlatformResource;

/** A topic of the log, by default the metric events, read from the beginning of each partition. */
final class Log implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    Log() {
        this(Topics.METRIC_EVENTS);
    }

    Log(String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", PlatformResource.platform().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = IntStream.range(0, 32)
                .mapToObj(lane -> new TopicPartition(topic, lane))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All records so far, once they satisfy the condition or 40 s are over. */
    List<ConsumerRecord<byte[], byte[]>> once(Predicate<List<ConsumerRecord<byte[], byte[]>>> condition) {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!condition.test(seen) && System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
        }
        return List.copyOf(seen);
    }

    /** Everything up to where the log ends now. */
    List<ConsumerRecord<byte[], byte[]>> toEnd() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(20)).forEach(seen::add);
        }
        return List.copyOf(seen);
    }

    static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        var header = event.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    static List<ConsumerRecord<byte[], byte[]>> of(String shop, List<ConsumerRecord<byte[], byte[]>> events) {
        return events.stream()
                .filter(event -> MetricEvent.TYPE.equals(header(event, Headers.TYPE)))
                .filter(event -> shop.equals(header(event, Headers.SUBJECT)))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
