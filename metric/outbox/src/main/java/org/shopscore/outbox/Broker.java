package org.shopscore.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;

/** The sending side: what it gives back as acknowledged is on the log for good. */
final class Broker implements AutoCloseable {

    /**
     * What came of sending.
     *
     * @param acknowledged of each lane those before its first failure, since the lane resumes there
     * @param stopped      the lanes that had a failure
     */
    record Sent(List<Waiting> acknowledged, Set<Leases.Held> stopped) {}

    private static final Logger LOG = Logger.getLogger(Broker.class);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String source;

    Broker(String bootstrapServers, String source) {
        this.source = source;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "outbox" + source.replace('/', '-'),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        1,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        10_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends in the order given and waits for the broker. */
    Sent send(List<Waiting> waiting) {
        var sent = new ArrayList<Future<?>>();
        for (Waiting entry : waiting) {
            var future = producer.send(entry.toRecord(source));
            sent.add(future);
            if (future.state() == Future.State.FAILED) {
                break; // There may be no broker at all, and each further try would block as long again.
            }
        }
        producer.flush();
        var acknowledged = new ArrayList<Waiting>();
        Set<Leases.Held> stopped = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            Waiting entry = waiting.get(i);
            if (!stopped.contains(entry.held()) && arrived(sent.get(i), entry, stopped.isEmpty())) {
                acknowledged.add(entry);
            } else {
                stopped.add(entry.held());
            }
        }
        return new Sent(acknowledged, stopped);
    }

    private static boolean arrived(Future<?> sent, Waiting entry, boolean firstFailure) {
        try {
            sent.get();
            return true;
        } catch (ExecutionException e) {
            if (firstFailure) {
                LOG.warnf(
                        "Not acknowledged, sent again later: topic=%s lane=%d seq=%d reason=%s",
                        entry.topic(), entry.lane(), entry.seq(), e.getCause().toString());
            }
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
