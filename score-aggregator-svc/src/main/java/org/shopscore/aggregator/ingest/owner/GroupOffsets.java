package org.shopscore.aggregator.ingest.owner;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.ingest.lane.LaneState;

/** Tells the group how far everything is announced: whoever takes a partition next announces what comes after again. */
final class GroupOffsets {

    private static final Logger LOG = Logger.getLogger(GroupOffsets.class);
    private static final Duration LAST_COMMIT = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Map<Integer, Long> committed = new HashMap<>();

    GroupOffsets(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    void known(int partition, long offset) {
        committed.put(partition, offset);
    }

    void forget(int partition) {
        committed.remove(partition);
    }

    /** Does not wait for the answer. */
    void commit(Collection<LaneState> lanes) {
        var offsets = announced(lanes);
        if (!offsets.isEmpty()) {
            offsets.forEach((partition, offset) -> known(partition.partition(), offset.offset()));
            consumer.commitAsync(offsets, (sent, failure) -> {
                if (failure != null) {
                    sent.keySet().forEach(partition -> forget(partition.partition()));
                }
            });
        }
    }

    void commitNow(Collection<LaneState> lanes) {
        var offsets = announced(lanes);
        if (!offsets.isEmpty()) {
            try {
                consumer.commitSync(offsets, LAST_COMMIT);
            } catch (KafkaException e) {
                LOG.infof("The last records will be announced again: reason=%s", e.toString());
            }
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> announced(Collection<LaneState> lanes) {
        return lanes.stream()
                .filter(lane -> announced(lane) > committed.getOrDefault(lane.partition(), -1L))
                .collect(Collectors.toMap(
                        lane -> new TopicPartition(topic, lane.partition()),
                        lane -> new OffsetAndMetadata(announced(lane))));
    }

    private static long announced(LaneState lane) {
        return lane.unannounced().announcedOffset();
    }
}
