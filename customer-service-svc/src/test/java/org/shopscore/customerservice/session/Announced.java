package org.shopscore.customerservice.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.shopscore.metric.Topics;
import org.shopscore.platform.PlatformResource;

/** The log as the rest of the suite sees it: what a shop's events add up to. */
final class Announced {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Waits until the shop's events add up to that. */
    static void await(String shopId, Contribution expected) {
        assertThat(sum(shopId, expected)).isEqualTo(expected);
    }

    private static Contribution sum(String shopId, Contribution expected) {
        try (var consumer = consumer()) {
            var lane = List.of(new TopicPartition(Topics.METRIC_EVENTS, Lane.of(shopId)));
            consumer.assign(lane);
            consumer.seekToBeginning(lane);
            var sum = Contribution.none();
            var deadline = Instant.now().plus(PATIENCE);
            while (!sum.equals(expected) && Instant.now().isBefore(deadline)) {
                for (var told : consumer.poll(Duration.ofMillis(100))) {
                    sum = sum.plus(contribution(shopId, told));
                }
            }
            return sum;
        }
    }

    private static Contribution contribution(String shopId, ConsumerRecord<String, byte[]> told) {
        return shopId.equals(told.key()) && header(told, Headers.TYPE).equals(Optional.of(MetricEvent.TYPE))
                ? Contribution.of(
                        EventJson.readEvent(shopId, time(told), told.value()).changes())
                : Contribution.none();
    }

    private static Instant time(ConsumerRecord<String, byte[]> told) {
        return Instant.parse(header(told, Headers.TIME).orElseThrow());
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> told, String name) {
        return Optional.ofNullable(told.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers(), "group.id", "test-" + UUID.randomUUID()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static String servers() {
        return PlatformResource.platform().bootstrapServers();
    }

    private Announced() {}
}
