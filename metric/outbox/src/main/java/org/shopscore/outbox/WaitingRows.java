package org.shopscore.outbox;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The outbox as the relay sees it: what is to be sent next, and what may go. Blocking. */
final class WaitingRows {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ROUND = 2_000;

    // The lanes that have rows share the round evenly, and of each only its share is read: an order over all lanes
    // would read every row that waits, and a lane that stands still would fill each round alone. A limit instead of
    // exists, so that each lane is one look at the key whatever the planner thinks of the table.
    private static final String NEXT = """
            with waiting as materialized (
                   select topic, lane from unnest($1::text[], $2::smallint[]) as held(topic, lane)
                    cross join lateral (
                          select from outbox where outbox.topic = held.topic and outbox.lane = held.lane limit 1) one)
            select o.* from waiting cross join lateral (
                   select * from outbox where outbox.topic = waiting.topic and outbox.lane = waiting.lane
                    order by seq limit greatest($3 / (select count(*) from waiting), 1)) o
             order by o.topic, o.lane, o.seq
            """;

    // By id as well: after a promotion the number may belong to another event that was not sent yet. Locked in order,
    // because two relays that sent the same rows would otherwise wait for each other.
    private static final String DELETE = """
            with gone as materialized (
                   select o.ctid
                     from unnest($1::text[], $2::smallint[], $3::bigint[], $4::uuid[]) as sent(topic, lane, seq, id)
                     join outbox o using (topic, lane, seq, id)
                    order by topic, lane, seq for update of o)
            delete from outbox o using gone where o.ctid = gone.ctid
            """;

    private final Pool pool;

    WaitingRows(Pool pool) {
        this.pool = pool;
    }

    /** The lowest numbers left of each of the lanes, ascending within a lane; about 2,000 rows at most. */
    List<Waiting> next(List<Leases.Held> lanes) {
        var values = Tuple.of(
                lanes.stream().map(Leases.Held::topic).toArray(String[]::new),
                lanes.stream().map(Leases.Held::lane).toArray(Short[]::new),
                ROUND);
        var rows = pool.preparedQuery(NEXT).execute(values).await().atMost(PATIENCE);
        return StreamSupport.stream(rows.spliterator(), false).map(Waiting::of).toList();
    }

    void delete(List<Waiting> sent) {
        var keys = Tuple.of(
                sent.stream().map(Waiting::topic).toArray(String[]::new),
                sent.stream().map(Waiting::lane).toArray(Short[]::new),
                sent.stream().map(Waiting::seq).toArray(Long[]::new),
                sent.stream().map(Waiting::id).toArray(UUID[]::new));
        pool.preparedQuery(DELETE).execute(keys).await().atMost(PATIENCE);
    }
}
