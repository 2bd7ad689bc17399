package org.shopscore.aggregator.change.stream.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.network.Selectable;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Topics;

/** Reads the topic from given offsets; of no group. */
public final class LogReader implements AutoCloseable {

    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, Lane.COUNT)
            .mapToObj(partition -> new TopicPartition(Topics.SCORE_CHANGES, partition))
            .toList();
    private static final int SMALL_FETCH = 128 * 1024;

    private final Consumer<byte[], byte[]> consumer;
    private final long[] next = new long[Lane.COUNT];

    private LogReader(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        SMALL_FETCH,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        8 * SMALL_FETCH,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.RECEIVE_BUFFER_CONFIG,
                        Selectable.USE_DEFAULT_BUFFER_SIZE,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(PARTITIONS);
    }

    /** Behind everything that there is. */
    static LogReader atEnd(String bootstrapServers) {
        var log = new LogReader(bootstrapServers);
        try {
            log.seek(log.ends());
            return log;
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /** Where the log no longer has an offset, at its beginning: all that was compacted away is older than what is left of its key. */
    public static LogReader at(String bootstrapServers, Cursor cursor) {
        var log = new LogReader(bootstrapServers);
        try {
            var begins = log.consumer.beginningOffsets(PARTITIONS);
            long[] ends = log.ends();
            var from = new long[Lane.COUNT];
            for (int partition = 0; partition < from.length; partition++) {
                long first = begins.get(PARTITIONS.get(partition));
                long asked = cursor.next(partition);
                from[partition] = asked > ends[partition] ? first : Math.max(asked, first);
            }
            log.seek(from);
            return log;
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private void seek(long[] from) {
        for (int partition = 0; partition < from.length; partition++) {
            consumer.seek(PARTITIONS.get(partition), from[partition]);
            next[partition] = from[partition];
        }
    }

    public long[] ends() {
        var found = consumer.endOffsets(PARTITIONS);
        return PARTITIONS.stream().mapToLong(found::get).toArray();
    }

    /** What came, in the order of each partition; nothing while no broker answers. */
    public List<Told> poll(Duration atMost) {
        var records = consumer.poll(atMost);
        return java.util.stream.StreamSupport.stream(records.spliterator(), false)
                .map(Told::of)
                .toList();
    }

    /** Whether anything below is still to be read; what compaction took away is not. */
    public boolean isBehind(long[] ends) {
        for (int partition = 0; partition < ends.length; partition++) {
            if (consumer.position(PARTITIONS.get(partition)) < ends[partition]) {
                return true;
            }
        }
        return false;
    }

    /** The offsets behind what was taken; whoever takes moves them. */
    public long[] next() {
        return next;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
