package org.shopscore.aggregator.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * What the broker knows of a partition.
 *
 * @param first       the oldest offset it still has
 * @param end         one past the newest
 * @param groupOffset up to which the group has announced everything; without one, nobody knows of anything that was announced
 */
record LogRange(int partition, long first, long end, OptionalLong groupOffset) {

    private static final Logger LOG = Logger.getLogger(LogRange.class);

    static Map<Integer, LogRange> read(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        var first = consumer.beginningOffsets(partitions);
        var end = consumer.endOffsets(partitions);
        var group = consumer.committed(new HashSet<>(partitions));
        var ranges = new HashMap<Integer, LogRange>();
        for (TopicPartition partition : partitions) {
            var committed = group.get(partition);
            var offset = committed == null ? OptionalLong.empty() : OptionalLong.of(committed.offset());
            ranges.put(
                    partition.partition(),
                    new LogRange(partition.partition(), first.get(partition), end.get(partition), offset));
        }
        return ranges;
    }

    /** Where to read on: what is not in the tiles yet, and what is but may not have been announced. */
    long start(long nextOffset) {
        if (madeAnew(nextOffset)) {
            LOG.errorf(
                    "The log is shorter than what was read of it: partition=%d end=%d read=%d",
                    partition, end, nextOffset);
            return first;
        }
        return Math.max(first, Math.min(nextOffset, groupOffset.orElse(first)));
    }

    /** Offsets of a log that was made anew say nothing about what was read before: only the numbers of its events do. */
    long decidedUntil(long nextOffset) {
        return madeAnew(nextOffset) ? first : nextOffset;
    }

    private boolean madeAnew(long nextOffset) {
        return end < nextOffset;
    }
}
