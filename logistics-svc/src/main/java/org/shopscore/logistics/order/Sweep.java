package org.shopscore.logistics.order;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.announcement.Announcing;
import org.shopscore.logistics.announcement.Announcing.Result;
import org.shopscore.logistics.sweep.Tick;

/** Finds the orders whose limits have passed. Replicas share the work: a row that another one holds is skipped. */
@ApplicationScoped
class Sweep {

    private static final int BATCH = 500;
    private static final int AT_ONCE = 2;
    private static final Uni<Integer> NOTHING_LEFT = Uni.createFrom().item(0);
    private static final String OVERDUE = "select " + OrderColumns.ALL + " from orders where next_due_at < $1"
            + " order by next_due_at limit $2 for no key update skip locked";

    private final Announcing announcing;
    private final Orders orders;
    private final Clock clock;

    Sweep(Announcing announcing, Orders orders, Clock clock) {
        this.announcing = announcing;
        this.orders = orders;
        this.clock = clock;
    }

    @Scheduled(
            every = "${logistics.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> run() {
        return Tick.untilNothingIsLeft("sweep", () -> batch().chain(found -> found < BATCH ? NOTHING_LEFT : atOnce()));
    }

    /** Where there are many, one batch is written while another one is read. */
    private Uni<Integer> atOnce() {
        return Uni.join()
                .all(Collections.nCopies(AT_ONCE, Tick.untilNothingIsLeft("sweep", this::batch)))
                .andFailFast()
                .chain(() -> NOTHING_LEFT);
    }

    private Uni<Integer> batch() {
        return announcing.transaction(connection -> overdue(connection)
                .chain(changes ->
                        orders.save(connection, changes).map(announced -> new Result<>(changes.size(), announced))));
    }

    private Uni<List<OrderChange>> overdue(SqlConnection connection) {
        return connection
                .preparedQuery(OVERDUE)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), BATCH))
                .map(rows -> rows.stream()
                        .map(OrderColumns::stored)
                        .flatMap(order -> passed(order).stream())
                        .sorted(Comparator.comparing(change -> change.id().key()))
                        .toList());
    }

    /** Each limit is a step and an event of its own, at its due instant. */
    private static Optional<OrderChange> passed(StoredOrder order) {
        Instant due = OrderMeasures.nextDueAt(order.order()).orElseThrow();
        return Orders.change(order, OrderMove.duePassed(order.id(), due));
    }
}
