package org.shopscore.aggregator.quarantine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.shopscore.metric.Headers;

/**
 * Sets records aside as they came, with the reason and their place in headers. One that is too big with them for the topic is set aside
 * without its value, or with nothing but the reason and the place it stood at: it must never stop those behind it.
 */
public final class Quarantine implements AutoCloseable {

    private static final int LONGEST_DETAIL = 1_000;

    private final Producer<byte[], byte[]> producer;
    private final String topic;

    public Quarantine(Producer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /**
     * Returns when the broker has them all; only then may they be passed.
     *
     * @throws KafkaException when it may not have them
     */
    public void setAside(Collection<Aside> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        records.forEach(aside -> sent.add(producer.send(whole(aside))));
        int at = 0;
        for (Aside aside : records) {
            await(sent.get(at++), List.of(withoutValue(aside), bare(aside)).iterator());
        }
    }

    private void await(Future<RecordMetadata> sent, Iterator<ProducerRecord<byte[], byte[]>> smaller) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException) || !smaller.hasNext()) {
                throw new KafkaException("quarantine", e.getCause());
            }
            await(producer.send(smaller.next()), smaller);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("quarantine", e);
        }
    }

    private ProducerRecord<byte[], byte[]> whole(Aside aside) {
        return copy(
                aside,
                aside.record().key(),
                aside.record().value(),
                new RecordHeaders(aside.record().headers()));
    }

    private ProducerRecord<byte[], byte[]> withoutValue(Aside aside) {
        return copy(
                aside,
                aside.record().key(),
                null,
                new RecordHeaders(aside.record().headers()));
    }

    private ProducerRecord<byte[], byte[]> bare(Aside aside) {
        return copy(aside, null, null, new RecordHeaders());
    }

    private ProducerRecord<byte[], byte[]> copy(Aside aside, byte[] key, byte[] value, RecordHeaders headers) {
        String detail = aside.detail();
        headers.add(Headers.QUARANTINE_REASON, bytes(aside.reason()));
        headers.add(Headers.QUARANTINE_DETAIL, bytes(detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL))));
        headers.add(
                Headers.QUARANTINE_PARTITION,
                bytes(Integer.toString(aside.record().partition())));
        headers.add(
                Headers.QUARANTINE_OFFSET, bytes(Long.toString(aside.record().offset())));
        return new ProducerRecord<>(topic, null, null, key, value, headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
