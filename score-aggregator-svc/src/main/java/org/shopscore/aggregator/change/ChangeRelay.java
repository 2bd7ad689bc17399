package org.shopscore.aggregator.change;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tells what was published; a row goes when the broker has it. No transaction is open while it is sent. */
@ApplicationScoped
class ChangeRelay {

    private static final Logger LOG = Logger.getLogger(ChangeRelay.class);
    private static final int AT_ONCE = 500;

    /** Longer than a batch may take to be acknowledged or given up. */
    private static final String LEASE = """
            update change_lease set holder = $1, until = clock_timestamp() + interval '12 seconds'
             where holder = $1 or until < clock_timestamp()
            """;

    /** A day that is being scored holds as many as there are shops, and none of them may be told yet. */
    private static final String NEXT = """
            select e.* from (
              (select * from change_event where stat_date is null order by id limit %1$d)
              union all
              select of_day.* from official_day d cross join lateral (
                select * from change_event c where c.stat_date = d.stat_date order by c.id limit %1$d) of_day
               where d.published_at is not null and d.stat_date >= (select min(stat_date) from change_event)) e
             order by e.id limit %1$d
            """.formatted(AT_ONCE);

    private static final String TOLD = "delete from change_event where id = any($1)";

    private final UUID holder = UUID.randomUUID();
    private final Pool pool;
    private final ChangeLog log;
    private final Instance<Teller> tellers;

    ChangeRelay(Pool pool, ChangeLog log, @Any Instance<Teller> tellers) {
        this.pool = pool;
        this.log = log;
        this.tellers = tellers;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> tick() {
        return Multi.createBy()
                .repeating()
                .uni(this::batch)
                .whilst(isMore -> isMore)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("changes=kept cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Events that are kept and what others tell by turns, each under the lease. @return whether there is more */
    private Uni<Boolean> batch() {
        return leased(() -> next().chain(this::tell).map(told -> told == AT_ONCE))
                .chain(isMore -> Multi.createFrom()
                        .iterable(tellers)
                        .onItem()
                        .transformToUniAndConcatenate(teller -> leased(teller::step))
                        .collect()
                        .in(() -> new AtomicBoolean(isMore), (any, one) -> any.compareAndSet(false, one)))
                .map(AtomicBoolean::get);
    }

    private Uni<Boolean> leased(Supplier<Uni<Boolean>> step) {
        return pool.preparedQuery(LEASE)
                .execute(Tuple.of(holder))
                .chain(rows -> rows.rowCount() == 0 ? Uni.createFrom().item(false) : step.get());
    }

    private Uni<List<ToldEvent>> next() {
        return pool.query(NEXT)
                .execute()
                .map(rows -> rows.stream().map(ToldEvent::of).toList());
    }

    private Uni<Integer> tell(List<ToldEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return log.send(events)
                .ifNoItem()
                .after(ChangeLog.PATIENCE)
                .fail()
                .chain(() -> pool.preparedQuery(TOLD).execute(Tuple.of((Object)
                        events.stream().map(ToldEvent::number).toArray(Long[]::new))))
                .replaceWith(events.size());
    }
}
