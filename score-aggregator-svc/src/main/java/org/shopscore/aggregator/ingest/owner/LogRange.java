package org.shopscore.aggregator.ingest.owner;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What the broker knows of a partition.
 *
 * @param first       the oldest offset it still has
 * @param end         one past the newest
 * @param groupOffset up to which the group has announced everything; without one, nobody knows of anything that was announced
 */
public record LogRange(long first, long end, OptionalLong groupOffset) {

    public static Map<Integer, LogRange> read(
            Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        // In this order: whichever of both it asked for last, the consumer takes the answer for the end.
        var first = consumer.beginningOffsets(partitions);
        var end = consumer.endOffsets(partitions);
        var group = consumer.committed(new HashSet<>(partitions));
        var ranges = new HashMap<Integer, LogRange>();
        for (TopicPartition partition : partitions) {
            var committed = group.get(partition);
            var offset = committed == null ? OptionalLong.empty() : OptionalLong.of(committed.offset());
            ranges.put(partition.partition(), new LogRange(first.get(partition), end.get(partition), offset));
        }
        return ranges;
    }

    /** Whether it ends before what was read: its end was lost, or it is another log of the same name. */
    boolean isShorterThan(long nextOffset) {
        return end < nextOffset;
    }

    /** Where to read on: what is not in the tiles yet, and what is but may not have been announced. */
    long start(long nextOffset) {
        return Math.max(first, Math.min(nextOffset, groupOffset.orElse(first)));
    }
}
