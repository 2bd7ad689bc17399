package org.shopscore.aggregator.ingest.owner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Which log a topic is: the broker gives another id to one that was deleted and created again under the same name. */
public final class LogId implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Admin admin;
    private final String topic;

    /** @param admin is closed with this */
    public LogId(Admin admin, String topic) {
        this.admin = admin;
        this.topic = topic;
    }

    /** @throws IllegalStateException when the broker does not say */
    UUID read() {
        try {
            return asked().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the id of the topic is not known: " + topic, e);
        }
    }

    /** Does not wait; empty when the broker does not say. */
    CompletableFuture<Optional<UUID>> look() {
        return asked().thenApply(Optional::of).exceptionally(_ -> Optional.empty());
    }

    private CompletableFuture<UUID> asked() {
        return admin.describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .toCompletionStage()
                .thenApply(found -> new UUID(
                        found.topicId().getMostSignificantBits(),
                        found.topicId().getLeastSignificantBits()))
                .toCompletableFuture();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
