package org.shopscore.aggregator.change;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shopscore.metric.Headers;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Sources;
import org.shopscore.metric.Topics;

/** The topic score-changes: a partition of its shop for each record, so that what is told of a shop stays in order. */
@ApplicationScoped
public class ChangeLog {

    /** Shorter than the lease of who tells: nothing of an old holder arrives after the new one began. */
    public static final Duration PATIENCE = Duration.ofSeconds(8);

    private final String bootstrapServers;
    private Producer<byte[], byte[]> producer;

    ChangeLog(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Completes when the broker has them all, in this order. What follows the first that it does not take is not sent, nor any that would be late. */
    public Uni<Void> send(List<ToldEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .completionStage(() -> {
                    var sent = new ArrayList<CompletableFuture<Void>>();
                    long begun = System.nanoTime();
                    for (ToldEvent event : events) {
                        if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                            sent.add(CompletableFuture.failedFuture(new TimeoutException("the broker takes too long")));
                        }
                        if (!sent.isEmpty() && sent.getLast().isCompletedExceptionally()) {
                            break;
                        }
                        sent.add(send(event));
                    }
                    return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
                })
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private CompletableFuture<Void> send(ToldEvent event) {
        var acknowledged = new CompletableFuture<Void>();
        // The producer's own future says the same as its callback.
        var _ = producer().send(record(event), (_, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }

    private static ProducerRecord<byte[], byte[]> record(ToldEvent event) {
        var headers = new RecordHeaders();
        Map.of(
                        Headers.SPEC_VERSION, "1.0",
                        Headers.ID, event.id().toString(),
                        Headers.SOURCE, Sources.SCORE_AGGREGATOR,
                        Headers.TYPE, event.type(),
                        Headers.SUBJECT, event.shopId(),
                        Headers.PARTITION_KEY, event.shopId(),
                        Headers.TIME, event.time().toString(),
                        Headers.SEQUENCE, Long.toString(event.number()),
                        Headers.CONTENT_TYPE, "application/json")
                .forEach((name, value) -> headers.add(name, bytes(value)));
        return new ProducerRecord<>(
                Topics.SCORE_CHANGES, Lane.of(event.shopId()), null, bytes(event.key()), bytes(event.data()), headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrapServers,
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            4_000,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            5_000,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            3_000),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    synchronized void close(@Observes ShutdownEvent end) {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
