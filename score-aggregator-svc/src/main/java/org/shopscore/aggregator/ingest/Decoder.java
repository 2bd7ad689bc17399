package org.shopscore.aggregator.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shopscore.metric.BoundBroken;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Heartbeat;
import org.shopscore.metric.Lane;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.Sources;

/** Reads records; whatever a record holds, it is an answer and never an exception. Pure. */
final class Decoder {

    private static final Set<String> SOURCES = Set.of(Sources.CUSTOMER_SERVICE, Sources.AFTER_SALES, Sources.LOGISTICS);

    static Arrival decode(ConsumerRecord<byte[], byte[]> record) {
        var headers = new EventHeaders(record);
        if (!SOURCES.contains(headers.source())) {
            return poison(record, Reason.UNKNOWN_SOURCE, "source " + headers.source(), Optional.empty());
        }
        try {
            return decode(record, headers);
        } catch (EventHeaders.BadHeader e) {
            return poison(record, Reason.BAD_HEADER, e.getMessage(), number(headers));
        }
    }

    private static Arrival decode(ConsumerRecord<byte[], byte[]> record, EventHeaders headers) {
        Head head = headers.head(Instant.ofEpochMilli(record.timestamp()));
        return switch (headers.type()) {
            case Heartbeat.TYPE -> new Arrival.Beat(record, head);
            case MetricEvent.TYPE -> fact(record, headers, head);
            default -> poison(record, Reason.UNKNOWN_TYPE, "type " + headers.type(), Optional.of(head));
        };
    }

    private static Arrival fact(ConsumerRecord<byte[], byte[]> record, EventHeaders headers, Head head) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (!key.equals(headers.subject()) || Lane.of(key) != record.partition()) {
            // Its number was given for another lane: here it would say nothing.
            String detail = "key " + key + ", subject " + headers.subject() + ", partition " + record.partition();
            return poison(record, Reason.WRONG_LANE, detail, Optional.empty());
        }
        try {
            byte[] data = record.value() == null ? new byte[0] : record.value();
            return new Arrival.Fact(record, head, EventJson.readEvent(key, head.time(), data));
        } catch (BoundBroken e) {
            return poison(record, Reason.BOUND_BROKEN, e.getMessage(), Optional.of(head));
        } catch (RuntimeException e) {
            return poison(record, Reason.BOUND_BROKEN, "data cannot be read: " + e, Optional.of(head));
        }
    }

    /** Of a record with another fault in its headers, the number where it can still be read. */
    private static Optional<Head> number(EventHeaders headers) {
        try {
            return Optional.of(new Head(headers.life(), headers.number(), "", Instant.EPOCH));
        } catch (EventHeaders.BadHeader _) {
            return Optional.empty();
        }
    }

    private static Arrival poison(
            ConsumerRecord<byte[], byte[]> record, Reason reason, String detail, Optional<Head> head) {
        return new Arrival.Poison(record, reason, detail, head);
    }

    private Decoder() {}
}
