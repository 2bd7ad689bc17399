package org.shopscore.aggregator.ingest.arrival;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shopscore.aggregator.ingest.scan.EventDays;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.MetricEvent;

/** A record of the log, as it was understood. */
public sealed interface Arrival {

    ConsumerRecord<byte[], byte[]> record();

    /** A record with amounts. */
    record Fact(ConsumerRecord<byte[], byte[]> record, Head head, String shopId, Content content) implements Arrival {

        public Poison poison(Reason reason, String detail) {
            return new Poison(record, reason, detail, Optional.of(head));
        }

        /** The whole event; what was only scanned is read for it. */
        public MetricEvent event() {
            return switch (content) {
                case Told(MetricEvent event) -> event;
                case Scanned _ -> EventJson.readEvent(shopId, head.time(), record.value());
            };
        }
    }

    /** What a fact's data says. */
    sealed interface Content {}

    /** Amounts of measures that are known, for new: without a reason, closing nothing. */
    record Scanned(EventDays days) implements Content {}

    /** Anything that the contract allows. */
    record Told(MetricEvent event) implements Content {}

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
