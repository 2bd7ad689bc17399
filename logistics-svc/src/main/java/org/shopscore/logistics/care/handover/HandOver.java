package org.shopscore.logistics.care.handover;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shopscore.logistics.care.message.MessageState;
import org.shopscore.logistics.care.message.Messages;
import org.shopscore.logistics.care.message.Pending;
import org.shopscore.logistics.sweep.Tick;
import org.shopscore.outbox.Headroom;
import org.shopscore.outbox.Outbox;

/** Hands due messages to the topic. Replicas share the work: a message that another one holds is left to it. */
@ApplicationScoped
class HandOver {

    private static final int BATCH = 500;

    private final Pool pool;
    private final Messages messages;
    private final Letters letters;
    private final Outbox outbox;
    private final Headroom headroom;

    HandOver(Pool pool, Messages messages, Letters letters, Outbox outbox, Headroom headroom) {
        this.pool = pool;
        this.messages = messages;
        this.letters = letters;
        this.outbox = outbox;
        this.headroom = headroom;
    }

    /**
     * Batch after batch until nothing is due or the outbox has no room: all that waited for the morning must not keep commands
     * out. What fails is tried again with the next tick.
     */
    @Scheduled(
            every = "${care.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> run() {
        return Tick.whileFull("care-sweep", BATCH, this::batch);
    }

    private Uni<Integer> batch() {
        if (!headroom.isThere()) {
            return Uni.createFrom().item(0);
        }
        return pool.withTransaction(connection -> messages.due(connection, BATCH)
                        .call(due -> due.isEmpty() ? Uni.createFrom().voidItem() : handOver(connection, due)))
                .map(List::size)
                .invoke(found -> {
                    if (found > 0) {
                        outbox.ring();
                    }
                });
    }

    private Uni<Void> handOver(SqlConnection connection, List<Pending> due) {
        return letters.of(connection, due).chain(handed -> save(connection, handed));
    }

    private Uni<Void> save(SqlConnection connection, List<HandedOver> handed) {
        var outcomes = handed.stream().map(HandedOver::outcome).toList();
        var notifications =
                handed.stream().flatMap(one -> one.notification().stream()).toList();
        return messages.save(connection, MessageState.WAITING, outcomes)
                .chain(() -> outbox.append(connection, notifications));
    }
}
