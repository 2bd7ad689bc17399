package org.shopscore.aggregator.ingest.arrival;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
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

/** Sets records aside as they came, with the reason and their place in headers. */
public final class Quarantine implements AutoCloseable {

    private static final String DETAIL = "quarantine_detail";

    private final Producer<byte[], byte[]> producer;
    private final String topic;

    public Quarantine(Producer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** Returns when the broker has them all; only then may their numbers be passed. */
    public void setAside(Collection<Arrival.Poison> poisons) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        poisons.forEach(
                poison -> sent.add(producer.send(copy(poison, poison.record().value()))));
        int at = 0;
        for (Arrival.Poison poison : poisons) {
            await(sent.get(at++), poison);
        }
    }

    private void await(Future<RecordMetadata> sent, Arrival.Poison poison) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)
                    || poison.record().value() == null) {
                throw new KafkaException("quarantine", e.getCause());
            }
            // With its reason it is too big for the log: the place it stood at must do.
            await(producer.send(copy(poison, null)), withoutValue(poison));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("quarantine", e);
        }
    }

    private static Arrival.Poison withoutValue(Arrival.Poison poison) {
        var record = poison.record();
        return new Arrival.Poison(
                new org.apache.kafka.clients.consumer.ConsumerRecord<>(
                        record.topic(), record.partition(), record.offset(), record.key(), null),
                poison.reason(),
                poison.detail(),
                poison.head());
    }

    private ProducerRecord<byte[], byte[]> copy(Arrival.Poison poison, byte[] value) {
        var record = poison.record();
        var headers = new RecordHeaders(record.headers());
        headers.add(Headers.QUARANTINE_REASON, bytes(poison.reason().code()));
        headers.add(DETAIL, bytes(poison.detail()));
        headers.add(Headers.QUARANTINE_PARTITION, bytes(Integer.toString(record.partition())));
        headers.add(Headers.QUARANTINE_OFFSET, bytes(Long.toString(record.offset())));
        return new ProducerRecord<>(topic, null, null, record.key(), value, headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(2));
    }
}
