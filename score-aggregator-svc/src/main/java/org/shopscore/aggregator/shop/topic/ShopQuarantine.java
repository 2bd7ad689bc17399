package org.shopscore.aggregator.shop.topic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.shopscore.metric.Headers;
import org.shopscore.metric.Topics;

/** Sets records aside as they came, with the reason and their place in headers. */
final class ShopQuarantine implements AutoCloseable {

    /** A record and why it is of no use. */
    record Aside(ConsumerRecord<byte[], byte[]> record, Unusable reason) {}

    private final Producer<byte[], byte[]> producer;

    ShopQuarantine(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Returns when the broker has them all; only then may they be passed.
     *
     * @throws KafkaException when it may not have them
     */
    void setAside(List<Aside> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        records.forEach(
                aside -> sent.add(producer.send(copy(aside, aside.record().value()))));
        int at = 0;
        for (Aside aside : records) {
            await(sent.get(at++), aside, aside.record().value() != null);
        }
    }

    private void await(Future<RecordMetadata> sent, Aside aside, boolean hasValue) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            if (!hasValue || !(e.getCause() instanceof RecordTooLargeException)) {
                throw new KafkaException("quarantine", e.getCause());
            }
            // With its reason it is too big for the topic: the place it stood at must do.
            await(producer.send(copy(aside, null)), aside, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("quarantine", e);
        }
    }

    private static ProducerRecord<byte[], byte[]> copy(Aside aside, byte[] value) {
        var record = aside.record();
        var headers = new RecordHeaders(record.headers());
        headers.add(Headers.QUARANTINE_REASON, bytes(aside.reason().code()));
        headers.add(Headers.QUARANTINE_DETAIL, bytes(aside.reason().getMessage()));
        headers.add(Headers.QUARANTINE_PARTITION, bytes(Integer.toString(record.partition())));
        headers.add(Headers.QUARANTINE_OFFSET, bytes(Long.toString(record.offset())));
        return new ProducerRecord<>(Topics.SHOPS_QUARANTINE, null, null, record.key(), value, headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
