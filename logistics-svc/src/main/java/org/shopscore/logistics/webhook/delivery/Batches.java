package org.shopscore.logistics.webhook.delivery;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.shopscore.logistics.scan.Scans;
import org.shopscore.outbox.Outbox;
import org.shopscore.problem.Database;
import org.shopscore.problem.Refusal;

/**
 * Takes deliveries by the hundred, in one transaction with the scans they tell. When that fails each of them gets a transaction of its
 * own, so that one which the tables do not take holds up none of the others.
 */
@ApplicationScoped
class Batches {

    private static final Logger LOG = Logger.getLogger(Batches.class);
    private static final int BATCH = 100;
    private static final int MOST_ATTEMPTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Pool pool;
    private final Readers readers;
    private final Scans scans;
    private final Outbox outbox;
    private final DeliveryMeters meters;

    Batches(Pool pool, Readers readers, Scans scans, Outbox outbox, DeliveryMeters meters) {
        this.pool = pool;
        this.readers = readers;
        this.scans = scans;
        this.outbox = outbox;
        this.meters = meters;
    }

    /** Blocking; fails while the database is away. @return how many deliveries were found due */
    int next() {
        var ids = new ArrayList<Long>();
        try {
            return take(connection -> DeliveryRows.due(connection, BATCH)
                    .invoke(rows -> rows.forEach(row -> ids.add(row.getLong("id")))));
        } catch (RuntimeException e) {
            rethrowWhenAway(e);
            LOG.warnf("deliveries=one-by-one number=%d cause=%s", ids.size(), cause(e));
            ids.forEach(this::one);
            return ids.size();
        }
    }

    private void one(long id) {
        try {
            take(connection -> DeliveryRows.one(connection, id));
        } catch (RuntimeException e) {
            rethrowWhenAway(e);
            postpone(id, "not stored: " + cause(e), Refusal.of(e).isPresent() ? 1 : MOST_ATTEMPTS);
        }
    }

    private int take(Function<SqlConnection, Uni<List<Row>>> which) {
        var read = new ArrayList<Delivery>();
        pool.withTransaction(connection -> which.apply(connection)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .invoke(rows -> rows.stream().map(readers::read).forEach(read::add))
                        .chain(() -> read.isEmpty() ? Uni.createFrom().voidItem() : save(connection, read)))
                .await()
                .atMost(PATIENCE);
        if (!read.isEmpty()) {
            outbox.ring();
            read.forEach(meters::count);
        }
        return read.size();
    }

    private Uni<Void> save(SqlConnection connection, List<Delivery> read) {
        return DeliveryRows.mark(connection, read)
                .chain(() -> Updates.of(read).inTurn(updates -> scans.take(connection, updates)));
    }

    /** What the suite refuses it refuses again; for anything else there is hope. */
    private void postpone(long id, String reason, int mostAttempts) {
        pool.withTransaction(connection -> DeliveryRows.postpone(connection, id, reason, mostAttempts))
                .await()
                .atMost(PATIENCE)
                .forEach(meters::count);
        LOG.warnf("delivery=postponed id=%d reason=%s", id, reason);
    }

    private static void rethrowWhenAway(RuntimeException failure) {
        if (Database.isUnreachable(failure)) {
            throw failure;
        }
    }

    /** The message of a database may quote what it did not take. */
    private static String cause(RuntimeException failure) {
        return failure instanceof DatabaseException refused
                ? "SQLSTATE " + refused.getSqlState()
                : Refusal.of(failure)
                        .map(Refusal::code)
                        .orElse(failure.getClass().getSimpleName());
    }
}
