package org.shopscore.aggregator.ingest.telling;

import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What of the log has not been read. The consumer knows it of a partition without any record too: whoever takes one asks for its end
 * ({@code LogRange}).
 */
public final class Backlog {

    private final Consumer<byte[], byte[]> log;
    private final String topic;

    public Backlog(Consumer<byte[], byte[]> log, String topic) {
        this.log = log;
        this.topic = topic;
    }

    /** Whether everything has been, as far as the broker has said; of what it has not spoken, nothing counts as read. */
    public boolean isRead(int partition) {
        return lag(partition).equals(OptionalLong.of(0));
    }

    /** How many records, 0 when that is not known. */
    public long records(int partition) {
        return lag(partition).orElse(0);
    }

    private OptionalLong lag(int partition) {
        return log.currentLag(new TopicPartition(topic, partition));
    }
}
