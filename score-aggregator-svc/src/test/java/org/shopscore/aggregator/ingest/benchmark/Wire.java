package org.shopscore.aggregator.ingest.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Headers;
import org.shopscore.metric.Lane;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.Topics;

/**
 * Numbers events as the three services' outboxes do and writes their records byte for byte as these would, only faster: the first
 * ones are read and written again by the contract's own code.
 */
final class Wire {

    private static final int COMPARED = 1_000;
    private static final byte[] VERSION = bytes("1.0");
    private static final byte[] TYPE = bytes(MetricEvent.TYPE);
    private static final byte[] JSON = bytes("application/json");

    private final Load load;
    private final Map<String, Life> lives = new HashMap<>();
    private final long[] dayStarts = new long[Load.WINDOW];
    private Instant time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private int written;

    /** One source's numbers. */
    private static final class Life {

        private final byte[] source;
        private final byte[] incarnation;
        private final long[] last = new long[Lane.COUNT];

        private Life(String source) {
            this.source = bytes(source);
            this.incarnation = bytes(UUID.nameUUIDFromBytes(this.source) + "-00000001");
        }
    }

    Wire(Load load) {
        this.load = load;
        for (int daysAgo = 0; daysAgo < dayStarts.length; daysAgo++) {
            dayStarts[daysAgo] = BusinessDay.start(load.day(daysAgo)).getEpochSecond();
        }
    }

    /** The record, twice where the load says so. */
    List<ProducerRecord<byte[], byte[]>> records(Event event) {
        if (written++ % 100 == 0) {
            time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        }
        String shopId = Load.shopId(event.shop);
        var record = record(event.kind.source(), shopId, data(event));
        return load.isSentTwice(event) ? List.of(record, record) : List.of(record);
    }

    ProducerRecord<byte[], byte[]> record(String source, String shopId, byte[] data) {
        if (written <= COMPARED) {
            compare(shopId, data);
        }
        Life life = lives.computeIfAbsent(source, Life::new);
        int lane = Lane.of(shopId);
        byte[] key = bytes(shopId);
        var headers = new RecordHeaders();
        headers.add(Headers.SPEC_VERSION, VERSION);
        headers.add(Headers.ID, bytes(id(lane, ++life.last[lane])));
        headers.add(Headers.SOURCE, life.source);
        headers.add(Headers.TYPE, TYPE);
        headers.add(Headers.SUBJECT, key);
        headers.add(Headers.PARTITION_KEY, key);
        headers.add(Headers.TIME, bytes(time.toString()));
        headers.add(Headers.SEQUENCE, bytes(Long.toString(life.last[lane])));
        headers.add(Headers.INCARNATION, life.incarnation);
        headers.add(Headers.CONTENT_TYPE, JSON);
        return new ProducerRecord<>(Topics.METRIC_EVENTS, lane, null, key, data, headers);
    }

    private String id(int lane, long number) {
        long high = (time.toEpochMilli() << 16) | 0x7000 | lane;
        return new UUID(high, 0x8000_0000_0000_0000L | number).toString();
    }

    private byte[] data(Event event) {
        var text = new StringBuilder(200).append("{\"ref\":\"fact/").append(event.n);
        if (event.isTakenBack()) {
            text.append("\",\"reason\":\"excluded");
        }
        text.append("\",\"changes\":[{\"anchoredAt\":\"")
                .append(Instant.ofEpochSecond(dayStarts[event.daysAgo] + event.secondOfDay))
                .append("\",\"measures\":{");
        for (int i = 0; i < event.amounts.length; i++) {
            text.append(i == 0 ? "\"" : ",\"")
                    .append(event.kind.measures().get(i).measure())
                    .append("\":")
                    .append(event.amounts[i]);
        }
        return bytes(text.append("}}]}").toString());
    }

    private void compare(String shopId, byte[] data) {
        String contract = EventJson.write(EventJson.readEvent(shopId, time, data));
        if (!contract.equals(new String(data, US_ASCII))) {
            throw new IllegalStateException("not as the contract writes it: " + new String(data, US_ASCII));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
