package org.shopscore.suite;

import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.shopscore.metric.Topics;
import org.shopscore.platform.Platform;

/** How many records of the metric topic each group of readers has before it. */
final class TopicLag {

    private static final int ANSWER_MILLIS = 5_000;

    private TopicLag() {}

    static String of(Platform platform) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers", platform.bootstrapServers(),
                "default.api.timeout.ms", ANSWER_MILLIS,
                "request.timeout.ms", ANSWER_MILLIS))) {
            Map<String, Long> lags = new TreeMap<>();
            for (GroupListing group : admin.listGroups(ListGroupsOptions.forConsumerGroups())
                    .all()
                    .get()) {
                Map<TopicPartition, OffsetAndMetadata> committed = committed(admin, group.groupId());
                if (!committed.isEmpty()) {
                    lags.put(group.groupId(), lag(admin, committed));
                }
            }
            return lags.isEmpty()
                    ? "no reader yet"
                    : lags.entrySet().stream()
                            .map(lag -> "%s %d records".formatted(lag.getKey(), lag.getValue()))
                            .collect(Collectors.joining(", "));
        } catch (ExecutionException e) {
            return "unknown: " + e.getCause().getMessage();
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(Topics.METRIC_EVENTS))
                .collect(Collectors.toMap(Entry::getKey, Entry::getValue));
    }

    private static long lag(Admin admin, Map<TopicPartition, OffsetAndMetadata> committed)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                committed.keySet().stream().collect(Collectors.toMap(key -> key, key -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .mapToLong(end ->
                        end.getValue().offset() - committed.get(end.getKey()).offset())
                .sum();
    }
}
