package org.shopscore.outbox;

import io.quarkus.arc.All;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Topics;

/** What the service's rows contribute, recomputed, lane by lane. Blocking; for a worker thread. */
@ApplicationScoped
class LaneRows {

    /**
     * @param last    the lane's last number when the rows were read
     * @param tallies one entry a lane
     * @param stale   rows that keep as sent what they do not contribute: their next change would send a wrong difference
     */
    record Snapshot(String incarnation, List<Long> last, List<Tally> tallies, int stale) {}

    static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int PAGE = 2_000;

    private final Pool pool;
    private final List<FactRows> kinds;

    LaneRows(Pool pool, @All List<FactRows> kinds) {
        this.pool = pool;
        this.kinds = kinds;
    }

    /** All lanes as of one instant of the database. */
    Snapshot snapshot() {
        var connection = pool.getConnection().await().atMost(PATIENCE);
        try {
            var transaction = connection.begin().await().atMost(PATIENCE);
            execute(connection, "set transaction isolation level repeatable read read only");
            var snapshot = snapshot(connection);
            transaction.commit().await().atMost(PATIENCE);
            return snapshot;
        } finally {
            connection.close().await().atMost(PATIENCE); // An open transaction is rolled back.
        }
    }

    /** As this connection's transaction sees the rows. */
    Snapshot snapshot(SqlConnection connection) {
        var incarnation = incarnation(connection);
        var lasts = lasts(connection);
        var tallies =
                java.util.stream.Stream.generate(Tally::new).limit(Lane.COUNT).toList();
        int stale = 0;
        for (FactRows kind : kinds) {
            stale += tally(connection, kind, tallies);
        }
        return new Snapshot(incarnation, lasts, tallies, stale);
    }

    private static int tally(SqlConnection connection, FactRows kind, List<Tally> tallies) {
        int stale = 0;
        String after = "";
        for (var page = page(connection, kind, after); !page.isEmpty(); page = page(connection, kind, after)) {
            for (FactRow fact : page) {
                tallies.get(Lane.of(fact.shopId())).add(fact.shopId(), fact.now());
                stale += fact.isStale() ? 1 : 0;
            }
            after = page.getLast().key();
        }
        return stale;
    }

    String incarnation(SqlConnection connection) {
        return first(
                        connection,
                        "select life || '-' || left(pg_walfile_name(pg_current_wal_lsn()), 8) from outbox_life",
                        Tuple.tuple())
                .getString(0);
    }

    private List<Long> lasts(SqlConnection connection) {
        var lasts = new java.util.ArrayList<Long>();
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            lasts.add(first(
                            connection,
                            "select last from outbox_lane where topic = $1 and lane = $2",
                            Tuple.of(Topics.METRIC_EVENTS, (short) lane))
                    .getLong(0));
        }
        return lasts;
    }

    private static List<FactRow> page(SqlConnection connection, FactRows kind, String after) {
        return kind.page(connection, after, PAGE, false).await().atMost(PATIENCE);
    }

    static Row first(SqlConnection connection, String sql, Tuple values) {
        return connection
                .preparedQuery(sql)
                .execute(values)
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
    }

    private static void execute(SqlConnection connection, String sql) {
        connection.query(sql).execute().await().atMost(PATIENCE);
    }
}
