package org.shopscore.aggregator.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.shopscore.metric.Change;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Headers;
import org.shopscore.metric.Heartbeat;
import org.shopscore.metric.Lane;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.SequenceRange;

/** Numbers events as an outbox does, in one life of a source's database. Knows nothing of the ingest. */
public final class Emitter {

    private final String topic;
    private final String source;
    private final String incarnation;
    private final Map<Integer, Long> last = new HashMap<>();

    Emitter(String topic, String source, String incarnation) {
        this.topic = topic;
        this.source = source;
        this.incarnation = incarnation;
    }

    /** The next life of the same database, which goes on numbering where a standby stood. */
    Emitter promoted(String nextIncarnation, long behind) {
        var next = new Emitter(topic, source, nextIncarnation);
        last.forEach((lane, number) -> next.last.put(lane, Math.max(0, number - behind)));
        return next;
    }

    long last(int lane) {
        return last.getOrDefault(lane, 0L);
    }

    String incarnation() {
        return incarnation;
    }

    Sent emit(String shop, Instant time, Change... changes) {
        return emit(shop, time, List.of(changes), List.of());
    }

    Sent emit(String shop, Instant time, List<Change> changes, List<SequenceRange> closes) {
        return emit(new MetricEvent(shop, time, "fact/" + shop, Optional.empty(), Optional.empty(), changes, closes));
    }

    Sent emit(MetricEvent event) {
        String shop = event.shopId();
        Instant time = event.time();
        int lane = Lane.of(shop);
        var record = record(lane, shop, MetricEvent.TYPE, shop, time, EventJson.write(event));
        return new Sent(record, Optional.of(event), source, incarnation, lane, last.get(lane));
    }

    public Sent heartbeat(int lane, Instant time) {
        var record = record(
                lane,
                null,
                Heartbeat.TYPE,
                "lane/" + lane,
                time,
                EventJson.write(new Heartbeat(time, Optional.empty())));
        return new Sent(record, Optional.empty(), source, incarnation, lane, last.get(lane));
    }

    private ProducerRecord<byte[], byte[]> record(
            int lane, String key, String type, String subject, Instant time, String data) {
        long number = last.merge(lane, 1L, Long::sum);
        var record = new ProducerRecord<>(topic, lane, key == null ? null : bytes(key), bytes(data));
        var headers = new HashMap<String, String>();
        headers.put(Headers.SPEC_VERSION, "1.0");
        headers.put(Headers.ID, UUID.randomUUID().toString());
        headers.put(Headers.SOURCE, source);
        headers.put(Headers.TYPE, type);
        headers.put(Headers.SUBJECT, subject);
        headers.put(Headers.PARTITION_KEY, subject);
        headers.put(Headers.TIME, time.toString());
        headers.put(Headers.SEQUENCE, Long.toString(number));
        headers.put(Headers.INCARNATION, incarnation);
        headers.put(Headers.CONTENT_TYPE, "application/json");
        headers.forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @param event absent for a heartbeat */
    record Sent(
            ProducerRecord<byte[], byte[]> record,
            Optional<MetricEvent> event,
            String source,
            String incarnation,
            int lane,
            long number) {

        /** The same record with another header, or without it. */
        ProducerRecord<byte[], byte[]> with(String header, String value) {
            var copy = copy(record.value());
            copy.headers().remove(header);
            if (value != null) {
                copy.headers().add(header, bytes(value));
            }
            return copy;
        }

        /** The same record as a broker takes it at that time. */
        ProducerRecord<byte[], byte[]> at(Instant known) {
            return new ProducerRecord<>(
                    record.topic(),
                    record.partition(),
                    known.toEpochMilli(),
                    record.key(),
                    record.value(),
                    record.headers());
        }

        /** The same headers with other data. */
        ProducerRecord<byte[], byte[]> copy(byte[] data) {
            return new ProducerRecord<>(record.topic(), record.partition(), record.key(), data, record.headers());
        }
    }
}
