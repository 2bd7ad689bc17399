package org.shopscore.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Reconciles once in each life of the database: what a standby lacks that was promoted without the last commits has been
 * counted all the same.
 *
 * <p>It compares and says what it found. A repair stays a person's decision: it would take everything back for a service that
 * was pointed at the wrong database.
 */
@ApplicationScoped
class LifeWatch {

    private static final Logger LOG = Logger.getLogger(LifeWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    // Of several replicas the one that gets the lock reconciles. A lock on the row would make this transaction a writer
    // for as long as it compares, and whoever waits until the writers of a moment have ended would wait for it.
    private static final String CLAIM =
            "select incarnation_seen from outbox_life where pg_try_advisory_xact_lock(hashtext('outbox-life'))";

    // Who had it set back meanwhile has another comparison.
    private static final String SEEN =
            "update outbox_life set incarnation_seen = $1 where incarnation_seen is not distinct from $2";

    private final Pool pool;
    private final LaneRows rows;
    private final Reconcile reconcile;
    private final CountDownLatch end = new CountDownLatch(1);

    LifeWatch(Pool pool, LaneRows rows, Reconcile reconcile) {
        this.pool = pool;
        this.rows = rows;
        this.reconcile = reconcile;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("outbox-life").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        end.countDown();
    }

    private void run() {
        var pause = EVERY;
        try {
            while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = look();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return when to look again */
    private Duration look() {
        try {
            var connection = pool.getConnection().await().atMost(LaneRows.PATIENCE);
            try {
                var transaction = connection.begin().await().atMost(LaneRows.PATIENCE);
                var pause = reconcileNewLife(connection);
                transaction.commit().await().atMost(LaneRows.PATIENCE);
                return pause;
            } finally {
                connection.close().await().atMost(LaneRows.PATIENCE); // An open transaction is rolled back.
            }
        } catch (RuntimeException e) {
            LOG.debugf(e, "The database is away");
            return EVERY;
        }
    }

    private Duration reconcileNewLife(SqlConnection connection) {
        var claimed = connection.query(CLAIM).execute().await().atMost(LaneRows.PATIENCE);
        var incarnation = rows.incarnation(connection);
        if (claimed.rowCount() == 0) {
            return EVERY;
        }
        var seen = claimed.iterator().next().getString(0);
        if (incarnation.equals(seen)) {
            return EVERY;
        }
        try {
            report(incarnation, reconcile.compare());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "A new life of the database is not compared yet: incarnation=%s reason=%s",
                    incarnation, e.getMessage());
            return AFTER_FAILURE;
        }
        connection
                .preparedQuery(SEEN)
                .execute(Tuple.of(incarnation, seen))
                .await()
                .atMost(LaneRows.PATIENCE);
        return EVERY;
    }

    private static void report(String incarnation, Comparison.Result found) {
        if (found.equal()) {
            LOG.infof("A new life of the database, equal to the tiles: incarnation=%s", incarnation);
        } else {
            LOG.errorf(
                    "A new life of the database differs from the tiles, repair it: incarnation=%s differences=%d missing=%d",
                    incarnation, found.differences().size(), found.missing().size());
        }
    }
}
