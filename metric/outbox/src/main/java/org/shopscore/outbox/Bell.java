package org.shopscore.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Wakes the relay right after a commit: in this process at once, in the other replicas by a NOTIFY of its own.
 *
 * <p>The NOTIFY is never part of a command's transaction: there it would line up all commits of the database behind one lock.
 */
@ApplicationScoped
class Bell {

    private static final Logger LOG = Logger.getLogger(Bell.class);
    private static final String CHANNEL = "outbox_bell";
    private static final long GATHER_MILLIS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore rung = new Semaphore(0);
    private final AtomicBoolean notifying = new AtomicBoolean();
    private final AtomicReference<Object> attempt = new AtomicReference<>();
    private final Pool pool;
    private final Vertx vertx;
    private volatile boolean others;
    private volatile PgConnection listening;

    Bell(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    void ring() {
        rung.release();
        if (others && notifying.compareAndSet(false, true)) {
            vertx.setTimer(GATHER_MILLIS, _ -> notifyOthers());
        }
    }

    /** Waits for a ring, at most as long as given; all rings since the last wait count as one. */
    void await(Duration atMost) throws InterruptedException {
        if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }

    /** @param others whether another replica may hold lanes that this one's commits go to */
    void othersRelay(boolean others) {
        this.others = others;
    }

    /**
     * Listens for the other replicas' rings, again after a failure or a lost connection. Does not wait for it: without it the
     * relay still polls, and a wait given up would leave to nobody the connection that comes later.
     */
    void listen() {
        var mine = new Object();
        if (attempt.compareAndSet(null, mine)) {
            pool.getConnection()
                    .chain(connection -> listenOn(PgConnection.cast(connection), mine))
                    .subscribe()
                    .with(connection -> listening = connection, failure -> {
                        over(mine);
                        LOG.debugf(failure, "The other relays are not heard, which costs a poll's second");
                    });
        }
    }

    private Uni<PgConnection> listenOn(PgConnection connection, Object mine) {
        connection.notificationHandler(_ -> rung.release());
        connection.closeHandler(() -> over(mine));
        return connection
                .query("listen " + CHANNEL)
                .execute()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .call(connection::close)
                .replaceWith(connection);
    }

    /** A connection that is lost while it is asked says so twice; only the first time a new attempt is free to begin. */
    private void over(Object mine) {
        if (attempt.compareAndSet(mine, null)) {
            listening = null;
        }
    }

    void close() {
        var connection = listening;
        if (connection != null) {
            connection.close().await().atMost(PATIENCE);
        }
    }

    private void notifyOthers() {
        notifying.set(false);
        pool.query("notify " + CHANNEL)
                .execute()
                .subscribe()
                .with(_ -> {}, failure -> LOG.debugf(failure, "The other relays poll within a second"));
    }
}
