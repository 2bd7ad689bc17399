package org.shopscore.logistics.order;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;
import org.shopscore.outbox.Outbox;

/** Finds the orders whose limits have passed. Replicas share the work: a row that another one holds is skipped. */
@ApplicationScoped
class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final int BATCH = 500;
    private static final String OVERDUE = "select " + OrderColumns.ALL + " from orders where next_due_at < $1"
            + " order by next_due_at limit $2 for update skip locked";

    private final Pool pool;
    private final Outbox outbox;
    private final Clock clock;

    Sweep(Pool pool, Outbox outbox, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Batch after batch until nothing is overdue; what fails is tried again with the next tick. */
    @Scheduled(
            every = "${logistics.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> run() {
        return Multi.createBy()
                .repeating()
                .uni(this::batch)
                .whilst(found -> found > 0)
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> LOG.warnf("sweep=failed cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Integer> batch() {
        Instant now = clock.instant();
        return pool.withTransaction(connection -> overdue(connection, now)
                        .chain(changes -> changes.isEmpty()
                                ? Uni.createFrom().item(0)
                                : save(connection, changes, now).replaceWith(changes.size())))
                .invoke(found -> {
                    if (found > 0) {
                        outbox.ring();
                    }
                });
    }

    private static Uni<List<OverdueOrder>> overdue(SqlConnection connection, Instant now) {
        return connection
                .preparedQuery(OVERDUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), BATCH))
                .map(rows -> rows.stream().map(OverdueOrder::of).toList());
    }

    private Uni<Void> save(SqlConnection connection, List<OverdueOrder> orders, Instant now) {
        return OverdueRows.update(connection, orders)
                .chain(() -> OverdueRows.remember(connection, orders, now))
                .chain(() -> outbox.append(
                        connection,
                        orders.stream()
                                .flatMap(order -> order.change().events().stream())
                                .toList()));
    }
}
