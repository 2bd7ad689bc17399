package org.shopscore.logistics.care.delivery;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.shopscore.logistics.care.message.MessageKey;
import org.shopscore.logistics.care.message.MessageState;
import org.shopscore.logistics.care.message.Messages;
import org.shopscore.logistics.care.message.Outcome;
import org.shopscore.logistics.care.message.Pending;

/** Keeps what has come of messages: those that end while a commit is on its way to the disk share the next one. */
@ApplicationScoped
class DeliveryLog {

    private static final int MOST_TOGETHER = 500;

    private record Ended(Outcome outcome, UniEmitter<? super Void> kept) {}

    private final Pool pool;
    private final Messages messages;
    private final Queue<Ended> queue = new ArrayDeque<>();
    private boolean committing;

    DeliveryLog(Pool pool, Messages messages) {
        this.pool = pool;
        this.messages = messages;
    }

    /** Those of them that are on their way to the provider still. */
    Uni<Map<MessageKey, Pending>> queued(SqlClient client, Collection<MessageKey> keys) {
        return messages.queued(client, keys);
    }

    /** Done when it is durable; one whose message is not queued any more changes nothing. */
    Uni<Void> keep(Outcome outcome) {
        return Uni.createFrom().emitter(kept -> {
            add(new Ended(outcome, kept));
            pump();
        });
    }

    private synchronized void add(Ended one) {
        queue.add(one);
    }

    private void pump() {
        var some = next();
        if (!some.isEmpty()) {
            messages.save(
                            pool,
                            MessageState.QUEUED,
                            some.stream().map(Ended::outcome).toList())
                    .onTermination()
                    .invoke(this::committed)
                    .subscribe()
                    .with(
                            _ -> some.forEach(one -> one.kept.complete(null)),
                            failure -> some.forEach(one -> one.kept.fail(failure)));
        }
    }

    private synchronized List<Ended> next() {
        var some = new ArrayList<Ended>();
        while (!committing && !queue.isEmpty() && some.size() < MOST_TOGETHER) {
            some.add(queue.poll());
        }
        committing |= !some.isEmpty();
        return some;
    }

    private void committed() {
        synchronized (this) {
            committing = false;
        }
        pump();
    }
}
