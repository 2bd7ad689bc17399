package org.shopscore.aggregator.ingest;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shopscore.metric.MetricEvent;

/** A record of the log, as it was understood. */
sealed interface Arrival {

    ConsumerRecord<byte[], byte[]> record();

    record Fact(ConsumerRecord<byte[], byte[]> record, Head head, MetricEvent event) implements Arrival {

        Poison poison(Reason reason, String detail) {
            return new Poison(record, reason, detail, Optional.of(head));
        }
    }

    /** A heartbeat: a number without amounts. */
    record Beat(ConsumerRecord<byte[], byte[]> record, Head head) implements Arrival {}

    /**
     * A record that cannot be counted.
     *
     * @param head when its number can be read and is one of this lane
     */
    record Poison(ConsumerRecord<byte[], byte[]> record, Reason reason, String detail, Optional<Head> head)
            implements Arrival {}
}
