package org.shopscore.logistics.order;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Headers;
import org.shopscore.metric.Lane;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.OrderFacts;
import org.shopscore.metric.Topics;
import org.shopscore.platform.PlatformResource;

/** What has come out of the service on the broker, for one shop or order. */
final class Announced {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The shop's events, as soon as their sum is what is expected; else all there are at the deadline. */
    static List<MetricEvent> events(String shopId, Contribution expected) {
        return await(
                        Topics.METRIC_EVENTS,
                        shopId,
                        records -> sum(records.stream().map(Announced::event).toList())
                                .equals(expected))
                .stream()
                .map(Announced::event)
                .toList();
    }

    static Contribution sum(List<MetricEvent> events) {
        return events.stream()
                .map(event -> Contribution.of(event.changes()))
                .reduce(Contribution.none(), Contribution::plus);
    }

    static List<OrderFacts> facts(String key, int count) {
        return await(Topics.ORDER_FACTS, key, records -> records.size() >= count).stream()
                .map(record -> EventJson.readOrderFacts(record.value()))
                .toList();
    }

    private static MetricEvent event(ConsumerRecord<String, byte[]> told) {
        return EventJson.readEvent(told.key(), Instant.parse(header(told, Headers.TIME)), told.value());
    }

    private static String header(ConsumerRecord<String, byte[]> told, String name) {
        return new String(told.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<ConsumerRecord<String, byte[]>> await(
            String topic, String key, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        Instant deadline = Instant.now().plus(PATIENCE);
        try (var consumer = consumer()) {
            var lane = List.of(new TopicPartition(topic, Lane.of(key)));
            consumer.assign(lane);
            consumer.seekToBeginning(lane);
            while (!enough.test(found) && Instant.now().isBefore(deadline)) {
                for (var told : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(told.key()) && told.value() != null && isFact(told)) {
                        found.add(told);
                    }
                }
            }
        }
        return found;
    }

    /** Heartbeats travel in the same lanes. */
    private static boolean isFact(ConsumerRecord<String, byte[]> told) {
        return told.topic().equals(Topics.ORDER_FACTS)
                || header(told, Headers.TYPE).equals(MetricEvent.TYPE);
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        PlatformResource.platform().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private Announced() {}
}
