package org.shopscore.outbox;

import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.shopscore.metric.Headers;

/** A numbered record that waits for the broker. */
record Waiting(
        String topic,
        short lane,
        long seq,
        UUID id,
        String incarnation,
        String key,
        String type,
        String subject,
        Instant time,
        String traceParent,
        String data) {

    static Waiting of(Row row) {
        return new Waiting(
                row.getString("topic"),
                row.getShort("lane"),
                row.getLong("seq"),
                row.getUUID("id"),
                row.getString("incarnation"),
                row.getString("key"),
                row.getString("type"),
                row.getString("subject"),
                row.getOffsetDateTime("time").toInstant(),
                row.getString("trace_parent"),
                row.getString("data"));
    }

    Leases.Held held() {
        return new Leases.Held(topic, lane);
    }

    /** CloudEvents 1.0 in Kafka's binary mode. */
    ProducerRecord<byte[], byte[]> toRecord(String source) {
        var send = new ProducerRecord<>(topic, (int) lane, key == null ? null : utf8(key), utf8(data));
        header(send, Headers.SPEC_VERSION, "1.0");
        header(send, Headers.ID, id.toString());
        header(send, Headers.SOURCE, source);
        header(send, Headers.TYPE, type);
        header(send, Headers.SUBJECT, subject);
        header(send, Headers.PARTITION_KEY, key == null ? subject : key);
        header(send, Headers.TIME, time.toString());
        header(send, Headers.SEQUENCE, Long.toString(seq));
        header(send, Headers.INCARNATION, incarnation);
        header(send, Headers.CONTENT_TYPE, "application/json");
        if (traceParent != null) {
            header(send, Headers.TRACE_PARENT, traceParent);
        }
        return send;
    }

    private static void header(ProducerRecord<byte[], byte[]> send, String name, String value) {
        send.headers().add(name, utf8(value));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
