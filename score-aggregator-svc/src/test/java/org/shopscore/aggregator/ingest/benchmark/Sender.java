package org.shopscore.aggregator.ingest.benchmark;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends without waiting; what the log did not take is told in the end. */
final class Sender implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    Sender(String bootstrapServers, Map<String, Object> more) {
        var settings = new HashMap<>(more);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("acks", "all");
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        send(record, () -> {});
    }

    /** @param taken is run when the log has it */
    void send(ProducerRecord<byte[], byte[]> record, Runnable taken) {
        var _ = producer.send(record, (_, failed) -> {
            if (failed == null) {
                taken.run();
            } else {
                failure.compareAndSet(null, failed);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
        if (failure.get() != null) {
            throw new IllegalStateException("the log did not take all", failure.get());
        }
    }
}
