package org.shopscore.logistics.webhook.delivery;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * Keeps what comes in, durable before it says so. What arrives while a commit is on its way to the disk shares the next one, so that
 * a burst costs few commits and a single arrival waits for none.
 */
@ApplicationScoped
public class Inbox {

    private static final int COMMITS_AT_ONCE = 2;
    private static final int MOST_ROWS = 500;
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_WAITING_BYTES = 64 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Waiting(Arrival arrival, UniEmitter<? super Boolean> answer) {
        int bytes() {
            return arrival.body().length();
        }
    }

    private final Pool pool;
    private final Clock clock;
    private final Worker worker;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private long waitingBytes;
    private int commits;

    Inbox(Pool pool, Clock clock, Worker worker) {
        this.pool = pool;
        this.clock = clock;
        this.worker = worker;
    }

    /** @return whether it was new; fails when it cannot be kept, and then it may be there or not */
    public Uni<Boolean> keep(Arrival arrival) {
        return Uni.createFrom().emitter(answer -> {
            if (add(new Waiting(arrival, answer))) {
                pump();
            } else {
                answer.fail(new InboxFull());
            }
        });
    }

    private synchronized boolean add(Waiting one) {
        if (waitingBytes + one.bytes() > MOST_WAITING_BYTES) {
            return false;
        }
        waitingBytes += one.bytes();
        return queue.add(one);
    }

    private void pump() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            commit(batch);
        }
    }

    private synchronized List<Waiting> next() {
        var batch = new ArrayList<Waiting>();
        int bytes = 0;
        while (commits < COMMITS_AT_ONCE && !queue.isEmpty() && batch.size() < MOST_ROWS && bytes < MOST_BYTES) {
            bytes += queue.peek().bytes();
            batch.add(queue.poll());
        }
        waitingBytes -= bytes;
        commits += batch.isEmpty() ? 0 : 1;
        return batch;
    }

    private void commit(List<Waiting> batch) {
        var arrivals = batch.stream().map(Waiting::arrival).toList();
        ArrivalRows.insert(pool, arrivals, clock.instant())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onTermination()
                .invoke(this::committed)
                .subscribe()
                .with(fresh -> answer(batch, fresh), failure -> batch.forEach(one -> one.answer.fail(failure)));
    }

    private void committed() {
        synchronized (this) {
            commits--;
        }
        pump();
    }

    private void answer(List<Waiting> batch, Set<Arrival.Key> fresh) {
        var left = new HashSet<>(fresh);
        batch.forEach(one -> one.answer.complete(left.remove(one.arrival.key())));
        if (!fresh.isEmpty()) {
            worker.wake();
        }
    }
}
