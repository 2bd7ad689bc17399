package org.shopscore.customerservice.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;
import org.shopscore.outbox.Outbox;

/** Finds the turns that nobody answered in time, a batch a transaction; several replicas share the work by the rows they lock. */
@ApplicationScoped
class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final int BATCH = 500;

    private static final String DUE = """
            select key from chat_session where next_due_at <= $1
            order by next_due_at limit $2 for update skip locked""";

    private static final String CLOSE = """
            with over as (
                select * from unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::text[])
                              as o (key, due_at, next_due_at, contribution)),
            closed as (
                update chat_session s
                set overdue_until = $5, next_due_at = over.next_due_at, contribution = over.contribution
                from over where s.key = over.key)
            insert into session_history (session_key, what, at, contribution)
            select key, 'OVERDUE', due_at, contribution from over""";

    private final Pool pool;
    private final Outbox outbox;
    private final Clock clock;
    private final Counter found;

    Sweep(Pool pool, Outbox outbox, Clock clock, MeterRegistry registry) {
        this.pool = pool;
        this.outbox = outbox;
        this.clock = clock;
        this.found = Counter.builder("turns.overdue")
                .description("Turns closed because nobody answered in time")
                .register(registry);
    }

    @Scheduled(
            every = "${customer-service.sweep.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> run() {
        return closeAll(clock.instant())
                .onFailure()
                .invoke(failure -> LOG.warnf("overdue turns not closed yet: reason=\"%s\"", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> closeAll(Instant now) {
        return pool.withTransaction(connection -> close(connection, now))
                .invoke(closed -> {
                    if (closed > 0) {
                        found.increment(closed);
                        outbox.ring();
                    }
                })
                .chain(closed -> closed < BATCH ? Uni.createFrom().voidItem() : closeAll(now));
    }

    private Uni<Integer> close(SqlConnection connection, Instant now) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(utc(now), BATCH))
                .map(StoredSession::keys)
                .chain(keys -> StoredSession.read(connection, keys))
                .map(due -> due.stream().map(each -> OverdueTurn.of(each, now)).toList())
                .call(over -> over.isEmpty() ? Uni.createFrom().voidItem() : save(connection, over, now))
                .map(List::size);
    }

    private Uni<Void> save(SqlConnection connection, List<OverdueTurn> over, Instant now) {
        return connection
                .preparedQuery(CLOSE)
                .execute(Tuple.of(
                        over.stream().map(turn -> turn.key().toString()).toArray(String[]::new),
                        over.stream().map(turn -> utc(turn.dueAt())).toArray(OffsetDateTime[]::new),
                        over.stream()
                                .map(turn ->
                                        turn.after().nextDue().map(Sweep::utc).orElse(null))
                                .toArray(OffsetDateTime[]::new),
                        over.stream().map(OverdueTurn::contribution).toArray(String[]::new),
                        utc(now)))
                .chain(() -> outbox.append(
                        connection,
                        over.stream().flatMap(turn -> turn.events().stream()).toList()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
