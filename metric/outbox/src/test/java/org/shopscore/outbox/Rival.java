package org.shopscore.outbox;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import org.shopscore.platform.Await;

/** A transaction of another replica: it keeps what it locked until it is closed. */
final class Rival implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WAITING_FOR_ME =
            "select count(*) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))";

    private final SqlConnection connection;

    Rival(Pool pool) {
        connection = pool.getConnection().await().atMost(PATIENCE);
        execute("begin");
    }

    RowSet<Row> execute(String sql) {
        return connection.query(sql).execute().await().atMost(PATIENCE);
    }

    /** Whether somebody comes to wait for what it locked. */
    boolean isWaitedFor() {
        return Await.within(
                PATIENCE, () -> execute(WAITING_FOR_ME).iterator().next().getLong(0) > 0);
    }

    @Override
    public void close() {
        execute("rollback");
        connection.close().await().atMost(PATIENCE);
    }
}
