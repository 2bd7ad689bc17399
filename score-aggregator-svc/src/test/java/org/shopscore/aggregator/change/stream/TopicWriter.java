package org.shopscore.aggregator.change.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Topics;

/** Writes to score-changes what a process that tells would write. */
final class TopicWriter implements AutoCloseable {

    static final String TYPE = "org.shopscore.official-score.v1";

    private final Producer<byte[], byte[]> producer;

    TopicWriter(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Waits for none of them. */
    void tell(String shop, String about, String data) {
        var record = new ProducerRecord<>(
                Topics.SCORE_CHANGES, Lane.of(shop), (shop + "/" + about).getBytes(UTF_8), data.getBytes(UTF_8));
        record.headers().add("ce_type", TYPE.getBytes(UTF_8)).add("ce_subject", shop.getBytes(UTF_8));
        var _ = producer.send(record);
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
