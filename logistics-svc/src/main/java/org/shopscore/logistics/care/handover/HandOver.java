package org.shopscore.logistics.care.handover;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.shopscore.logistics.care.message.MessageState;
import org.shopscore.logistics.care.message.Messages;
import org.shopscore.logistics.care.message.Pending;
import org.shopscore.logistics.care.outlook.Outlook;
import org.shopscore.logistics.care.outlook.Outlooks;
import org.shopscore.logistics.care.template.Templates;
import org.shopscore.outbox.Outbox;

/** Hands due messages to the topic. Replicas share the work: a message that another one holds is left to it. */
@ApplicationScoped
class HandOver {

    private static final Logger LOG = Logger.getLogger(HandOver.class);
    private static final int BATCH = 500;

    private final Pool pool;
    private final Messages messages;
    private final Outlooks outlooks;
    private final Templates templates;
    private final Outbox outbox;

    HandOver(Pool pool, Messages messages, Outlooks outlooks, Templates templates, Outbox outbox) {
        this.pool = pool;
        this.messages = messages;
        this.outlooks = outlooks;
        this.templates = templates;
        this.outbox = outbox;
    }

    /** Batch after batch until nothing is due; what fails is tried again with the next tick. */
    @Scheduled(
            every = "${care.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> run() {
        return Multi.createBy()
                .repeating()
                .uni(this::batch)
                .whilst(found -> found == BATCH)
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> LOG.warnf("care-sweep=failed cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Integer> batch() {
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
        return outlooks.of(connection, due)
                .chain(known -> written(connection, known))
                .chain(handed -> save(connection, handed));
    }

    private Uni<List<HandedOver>> written(SqlConnection connection, List<Outlook> outlooks) {
        var shops = outlooks.stream()
                .map(outlook -> outlook.message().key().order().shopId())
                .collect(Collectors.toSet());
        return templates
                .of(connection, shops)
                .map(texts -> outlooks.stream()
                        .map(outlook -> HandedOver.of(outlook, texts))
                        .toList());
    }

    private Uni<Void> save(SqlConnection connection, List<HandedOver> handed) {
        var outcomes = handed.stream().map(HandedOver::outcome).toList();
        var notifications =
                handed.stream().flatMap(one -> one.notification().stream()).toList();
        return messages.save(connection, MessageState.WAITING, outcomes)
                .chain(() -> outbox.append(connection, notifications));
    }
}
