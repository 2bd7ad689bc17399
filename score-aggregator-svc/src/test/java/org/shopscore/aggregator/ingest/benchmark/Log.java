package org.shopscore.aggregator.ingest.benchmark;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Topics;

/** The topic of the metric events: filled, and asked how far a group has come. */
final class Log implements AutoCloseable {

    private final String bootstrapServers;
    private final Admin admin;

    Log(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    void fill(Load load) {
        var wire = new Wire(load);
        try (var sender = sender(Map.of("linger.ms", 50, "batch.size", 256 << 10, "buffer.memory", 128 << 20))) {
            load.forEach(event -> wire.records(event).forEach(sender::send));
        }
    }

    Sender sender(Map<String, Object> settings) {
        return new Sender(bootstrapServers, settings);
    }

    /** How many records it holds. */
    long end() {
        var latest = IntStream.range(0, Lane.COUNT)
                .mapToObj(lane -> new TopicPartition(Topics.METRIC_EVENTS, lane))
                .collect(Collectors.toMap(lane -> lane, _ -> OffsetSpec.latest()));
        return asked(() -> admin.listOffsets(latest).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum());
    }

    /** How many of its records the group has done with, durably. */
    long committed(String group) {
        return asked(
                () -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                        .filter(entry -> entry.getKey().topic().equals(Topics.METRIC_EVENTS))
                        .mapToLong(entry -> offset(entry.getValue()))
                        .sum());
    }

    private static long offset(OffsetAndMetadata known) {
        return known == null ? 0 : known.offset();
    }

    private interface Asked {
        long get() throws ExecutionException, InterruptedException;
    }

    private static long asked(Asked asked) {
        try {
            return asked.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
