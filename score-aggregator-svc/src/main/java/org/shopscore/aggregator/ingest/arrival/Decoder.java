package org.shopscore.aggregator.ingest.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shopscore.aggregator.ingest.scan.DataScan;
import org.shopscore.aggregator.ingest.scan.MeasureTable;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.metric.BoundBroken;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Heartbeat;
import org.shopscore.metric.Lane;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.Sources;

/** Reads records; whatever a record holds, it is an answer and never an exception. For one thread. */
public final class Decoder {

    private static final Set<String> SOURCES = Set.of(Sources.CUSTOMER_SERVICE, Sources.AFTER_SALES, Sources.LOGISTICS);
    private static final byte[] NOTHING = {};

    private final EventHeaders headers = new EventHeaders();
    private final DataScan scan = new DataScan();
    private MeasureIds known = MeasureIds.NONE;
    private MeasureTable measures = new MeasureTable(known.all());

    /** @param ids the measures that are known: events with others are read as they are told */
    public Arrival decode(ConsumerRecord<byte[], byte[]> record, MeasureIds ids) {
        if (known != ids) {
            known = ids;
            measures = new MeasureTable(EventAmounts.countable(ids.all()));
        }
        headers.read(record);
        if (!SOURCES.contains(headers.source())) {
            return poison(record, Reason.UNKNOWN_SOURCE, "source " + headers.source(), Optional.empty());
        }
        try {
            return decode(record);
        } catch (EventHeaders.BadHeader e) {
            return poison(record, Reason.BAD_HEADER, e.getMessage(), number());
        }
    }

    private Arrival decode(ConsumerRecord<byte[], byte[]> record) {
        Head head = headers.head(Instant.ofEpochMilli(record.timestamp()));
        return switch (headers.type()) {
            case Heartbeat.TYPE -> new Arrival.Beat(record, head);
            case MetricEvent.TYPE -> fact(record, head);
            default -> poison(record, Reason.UNKNOWN_TYPE, "type " + headers.type(), Optional.of(head));
        };
    }

    private Arrival fact(ConsumerRecord<byte[], byte[]> record, Head head) {
        byte[] key = record.key() == null ? NOTHING : record.key();
        var shopId = new String(key, UTF_8);
        if (!Arrays.equals(key, headers.subject()) || Lane.of(key) != record.partition()) {
            // Its number was given for another lane: here it would say nothing.
            String detail = "key " + shopId + ", subject " + new String(headers.subject(), UTF_8) + ", partition "
                    + record.partition();
            return poison(record, Reason.WRONG_LANE, detail, Optional.empty());
        }
        try {
            MetricEvent.requireShopId(shopId);
            byte[] data = record.value() == null ? NOTHING : record.value();
            Arrival.Content content = scan.read(data, head.life().source(), headers.time(), measures)
                    .<Arrival.Content>map(Arrival.Scanned::new)
                    .orElseGet(() -> new Arrival.Told(EventJson.readEvent(shopId, head.time(), data)));
            return new Arrival.Fact(record, head, shopId, content);
        } catch (BoundBroken e) {
            return poison(record, Reason.BOUND_BROKEN, e.getMessage(), Optional.of(head));
        } catch (RuntimeException e) {
            return poison(record, Reason.BOUND_BROKEN, "data cannot be read: " + e, Optional.of(head));
        }
    }

    /** Of a record with another fault in its headers, the number where it can still be read. */
    private Optional<Head> number() {
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
}
