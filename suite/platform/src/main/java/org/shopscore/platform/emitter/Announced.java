package org.shopscore.platform.emitter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

/** What has come out of a service on the broker, for one shop or order. */
public final class Announced {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(100);

    private Announced() {}

    /**
     * The shop's events, once all that there are add up to what is expected.
     *
     * @throws AssertionError when they do not within 30 s
     */
    public static List<MetricEvent> await(String shopId, Contribution expected) {
        var events = events(
                read(Topics.METRIC_EVENTS, shopId, records -> sum(records).equals(expected)));
        if (!sumOf(events).equals(expected)) {
            throw new AssertionError("the events of %s are %s and add up to %s, not to %s"
                    .formatted(shopId, events, sumOf(events), expected));
        }
        return events;
    }

    /**
     * What is told of an order, oldest first, once there is as much as expected or 30 s are over.
     *
     * @param key shop id + "/" + order id
     */
    public static List<OrderFacts> facts(String key, int expected) {
        return read(Topics.ORDER_FACTS, key, records -> records.size() >= expected).stream()
                .map(told -> EventJson.readOrderFacts(told.value()))
                .toList();
    }

    private static Contribution sum(List<ConsumerRecord<String, byte[]>> records) {
        return sumOf(events(records));
    }

    private static Contribution sumOf(List<MetricEvent> events) {
        return events.stream()
                .map(event -> Contribution.of(event.changes()))
                .reduce(Contribution.none(), Contribution::plus);
    }

    private static List<MetricEvent> events(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(told -> EventJson.readEvent(told.key(), Instant.parse(header(told, Headers.TIME)), told.value()))
                .toList();
    }

    /** Up to where the log ends now in any case, so that "nothing more" is not found true for want of looking. */
    private static List<ConsumerRecord<String, byte[]>> read(
            String topic, String key, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        var ids = new HashSet<String>();
        var lane = new TopicPartition(topic, Lane.of(key));
        var deadline = Instant.now().plus(PATIENCE);
        try (var consumer = consumer()) {
            consumer.assign(List.of(lane));
            consumer.seekToBeginning(List.of(lane));
            long end = consumer.endOffsets(List.of(lane)).get(lane);
            while ((consumer.position(lane) < end || !enough.test(found))
                    && Instant.now().isBefore(deadline)) {
                for (var told : consumer.poll(STEP)) {
                    // Heartbeats, which have no key, travel in the same lanes.
                    // A relay that did not see the acknowledgement repeats what it sent.
                    if (key.equals(told.key()) && told.value() != null && ids.add(header(told, Headers.ID))) {
                        found.add(told);
                    }
                }
            }
        }
        return found;
    }

    private static String header(ConsumerRecord<String, byte[]> told, String name) {
        return new String(told.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", PlatformResource.platform().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
