package org.shopscore.logistics.webhook.delivery;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Deletes what was received more than 30 days ago, personal data with it; only what is still to be read stays. */
@ApplicationScoped
class Purge {

    private static final Logger LOG = Logger.getLogger(Purge.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 1_000;
    private static final String DELETE = """
            with old as (select id from webhook_delivery where received_at < $1 and state <> 'NEW'
                          order by received_at limit $2 for update skip locked),
                 gone as (delete from webhook_delivery d using old where d.id = old.id returning d.state)
            select count(*) as deleted, count(*) filter (where state = 'BROKEN') as broken from gone""";

    private record Gone(long deleted, long broken) {}

    private final Pool pool;
    private final Clock clock;

    Purge(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Batch after batch; what fails is tried again with the next tick. */
    @Scheduled(
            every = "${logistics.deliveries.purge-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> run() {
        return Multi.createBy()
                .repeating()
                .uni(this::batch)
                .whilst(gone -> gone.deleted() == BATCH)
                .collect()
                .asList()
                .onFailure()
                .invoke(failure -> LOG.warnf("purge=failed cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Gone> batch() {
        var before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(before, BATCH))
                .map(rows -> rows.iterator().next())
                .map(row -> new Gone(row.getLong("deleted"), row.getLong("broken")))
                .invoke(Purge::log);
    }

    private static void log(Gone gone) {
        if (gone.deleted() > 0) {
            LOG.infof("purge=done deleted=%d broken=%d", gone.deleted(), gone.broken());
        }
    }
}
