package org.shopscore.aggregator.change.stream.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.shopscore.metric.Headers;

/**
 * One record of the topic, as it is sent to readers.
 *
 * @param shopId whose change it is
 * @param type   of the CloudEvent
 * @param data   JSON on one line
 */
public record Told(int partition, long offset, String shopId, String type, String data) {

    static Told of(ConsumerRecord<byte[], byte[]> record) {
        return new Told(
                record.partition(),
                record.offset(),
                header(record, Headers.SUBJECT),
                header(record, Headers.TYPE),
                record.value() == null ? "null" : new String(record.value(), UTF_8));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    /** @param cursor behind it */
    public Buffer event(String cursor) {
        return Buffer.buffer("id: " + cursor + "\nevent: " + type + "\ndata: " + data + "\n\n");
    }

    /** Tells how far the reader is, and that the connection lives. */
    public static Buffer keepAlive(String cursor) {
        return Buffer.buffer(": keep-alive\nid: " + cursor + "\n\n");
    }

    /** The last word to a reader that does not keep up. */
    static Buffer cutOff(String lastEventId) {
        return Buffer.buffer(
                "event: cut-off\ndata: {\"code\":\"reader-too-slow\",\"lastEventId\":\"" + lastEventId + "\"}\n\n");
    }
}
