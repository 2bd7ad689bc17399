package org.shopscore.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Which lanes this replica relays: its fair share, on leases of three seconds by the database's clock.
 *
 * <p>Looked at each second, so that the lanes of a replica that died move on within five.
 */
final class Leases {

    /** A lane of a topic. */
    record Held(String topic, short lane) {}

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String SIGN_ON = """
            insert into outbox_relay (holder, until) values ($1, now() + interval '3 seconds')
            on conflict (holder) do update set until = excluded.until
            """;
    private static final String REPLICAS = """
            select (select count(*) from outbox_relay where until > now()) as replicas,
                   (select count(*) from outbox_lane) as lanes
            """;

    // In the order in which others take what has ended: two replicas never wait for each other's lanes.
    private static final String MINE_LOCKED = """
            with mine as materialized (
                   select topic, lane from outbox_lease where holder = $1 order by topic, lane for update)
            """;
    private static final String RELEASE = MINE_LOCKED + """
            delete from outbox_lease held using (select topic, lane from mine order by topic, lane offset $2) surplus
             where held.topic = surplus.topic and held.lane = surplus.lane
            """;
    private static final String RENEW = MINE_LOCKED + """
            update outbox_lease held set until = now() + interval '3 seconds' from mine
             where held.topic = mine.topic and held.lane = mine.lane
            """;
    private static final String TAKE = """
            insert into outbox_lease (topic, lane, holder, until)
            select l.topic, l.lane, $1, now() + interval '3 seconds'
              from outbox_lane l left join outbox_lease t using (topic, lane)
             where t.until is null or t.until < now()
             order by l.topic, l.lane
             limit greatest($2 - (select count(*) from outbox_lease where holder = $1), 0)
            on conflict (topic, lane) do update set holder = excluded.holder, until = excluded.until
             where outbox_lease.until < now()
            """;
    private static final String MINE = "select topic, lane from outbox_lease where holder = $1 and until > now()";
    private static final String SIGN_OFF = MINE_LOCKED + """
            , left_lanes as (
                   delete from outbox_lease held using mine where held.topic = mine.topic and held.lane = mine.lane)
            delete from outbox_relay where holder = $1
            """;

    private final Pool pool;
    private final UUID me = UUID.randomUUID();
    private volatile boolean alone = true;

    Leases(Pool pool) {
        this.pool = pool;
    }

    /**
     * Renews what is held, gives back what exceeds a fair share, takes what is free. On one connection: a wait for one between the
     * statements, where commands have them all, can be longer than a lease, and then this replica would never hold a lane.
     */
    List<Held> renewed() {
        return pool.withConnection(this::renewed).await().atMost(PATIENCE);
    }

    private Uni<List<Held>> renewed(SqlConnection connection) {
        return run(connection, SIGN_ON, Tuple.of(me))
                .chain(() -> run(connection, REPLICAS, Tuple.tuple()))
                .map(counts -> share(counts.iterator().next()))
                .call(share -> run(connection, RELEASE, Tuple.of(me, share)))
                .call(() -> run(connection, RENEW, Tuple.of(me)))
                .call(share -> run(connection, TAKE, Tuple.of(me, share)))
                .chain(() -> run(connection, MINE, Tuple.of(me)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Held(row.getString(0), row.getShort(1)))
                        .toList());
    }

    private long share(Row counts) {
        long replicas = counts.getLong("replicas");
        alone = replicas <= 1;
        return Math.ceilDiv(counts.getLong("lanes"), Math.max(1, replicas));
    }

    /** Whether no other replica was alive at the last renewal. */
    boolean alone() {
        return alone;
    }

    /** Leaves the lanes to the others at once instead of when the leases end. */
    void signOff() {
        pool.preparedQuery(SIGN_OFF).execute(Tuple.of(me)).await().atMost(PATIENCE);
    }

    private static Uni<RowSet<Row>> run(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values);
    }
}
