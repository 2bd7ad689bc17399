package org.shopscore.aggregator.change;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Topics;

/** The topic as a platform backend reads it. */
public final class ChangesRead {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was told of the shop about the topic so far, the oldest first. */
    public static List<Map<String, Object>> of(String bootstrapServers, String shopId, String about) {
        var partition = new TopicPartition(Topics.SCORE_CHANGES, Lane.of(shopId));
        var found = new ArrayList<Map<String, Object>>();
        try (var log = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            log.assign(List.of(partition));
            log.seekToBeginning(List.of(partition));
            long end = log.endOffsets(List.of(partition)).get(partition);
            while (log.position(partition) < end) {
                for (var record : log.poll(Duration.ofMillis(200))) {
                    if (new String(record.key(), StandardCharsets.UTF_8).equals(shopId + "/" + about)) {
                        found.add(JSON.readValue(record.value(), new TypeReference<>() {}));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** What was told about the topic of all shops whose ids begin so, by shop, the oldest first. */
    public static Map<String, List<Map<String, Object>>> ofAll(String bootstrapServers, String prefix, String about) {
        var partitions = IntStream.range(0, Lane.COUNT)
                .mapToObj(partition -> new TopicPartition(Topics.SCORE_CHANGES, partition))
                .toList();
        var found = new HashMap<String, List<Map<String, Object>>>();
        try (var log = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "max.poll.records", 5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            log.assign(partitions);
            log.seekToBeginning(partitions);
            var ends = log.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> log.position(partition) < ends.get(partition))) {
                for (var record : log.poll(Duration.ofMillis(200))) {
                    String key = new String(record.key(), StandardCharsets.UTF_8);
                    if (key.startsWith(prefix) && key.endsWith("/" + about)) {
                        found.computeIfAbsent(
                                        key.substring(0, key.length() - about.length() - 1), _ -> new ArrayList<>())
                                .add(JSON.readValue(record.value(), new TypeReference<>() {}));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private ChangesRead() {}
}
