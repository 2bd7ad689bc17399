package org.shopscore.outbox;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shopscore.metric.Heartbeat;
import org.shopscore.metric.Topics;

/**
 * Appends a numbered sign of life to each held lane of the metric events every 30 s, and at once to a lane newly taken.
 *
 * <p>Only these prove to a reader that it has everything up to a time.
 */
@ApplicationScoped
class Heartbeats {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String OLDEST =
            "select lane, min(appended_at) as oldest from outbox where topic = 'metric-events' group by lane";

    private final Pool pool;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();
    private Set<Leases.Held> beating = Set.of();
    private long nextNanos;

    Heartbeats(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /** @param nanos the time by {@link System#nanoTime}: a wall clock that is set back would silence the lanes for as long */
    void beat(List<Leases.Held> held, long nanos) {
        boolean due = beating.isEmpty() || nanos - nextNanos >= 0;
        var lanes = held.stream()
                .filter(lane -> lane.topic().equals(Topics.METRIC_EVENTS))
                .filter(lane -> due || !beating.contains(lane))
                .map(Leases.Held::lane)
                .toList();
        append(lanes);
        beating = new HashSet<>(held);
        nextNanos = due ? nanos + EVERY.toNanos() : nextNanos;
    }

    /** Appends one heartbeat to each of the lanes, in a transaction of its own. */
    void append(List<Short> lanes) {
        if (!lanes.isEmpty()) {
            pool.withTransaction(connection ->
                            oldest(connection).chain(oldest -> outbox.store(connection, entries(lanes, oldest))))
                    .await()
                    .atMost(PATIENCE);
        }
    }

    private List<OutboxEntry> entries(List<Short> lanes, Map<Short, Instant> oldest) {
        Instant now = clock.instant();
        var entries = new ArrayList<OutboxEntry>();
        for (short lane : lanes) {
            entries.add(OutboxEntry.of(new Heartbeat(now, Optional.ofNullable(oldest.get(lane))), lane));
        }
        return entries;
    }

    private static io.smallrye.mutiny.Uni<Map<Short, Instant>> oldest(SqlConnection connection) {
        return connection.query(OLDEST).execute().map(rows -> {
            var oldest = new HashMap<Short, Instant>();
            for (Row row : rows) {
                oldest.put(row.getShort("lane"), row.getOffsetDateTime("oldest").toInstant());
            }
            return oldest;
        });
    }
}
