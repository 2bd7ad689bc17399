package org.shopscore.logistics.care.message;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.jboss.logging.Logger;
import org.shopscore.logistics.sweep.Tick;

/**
 * Deletes the messages of orders that are over and of which nobody was told anything for long: all of an order's at once. What is
 * told of such an order again is too old for a message, or overtaken by its signature or cancellation.
 */
@ApplicationScoped
class MessagePurge {

    private static final Logger LOG = Logger.getLogger(MessagePurge.class);
    private static final int BATCH = 1_000;

    private static final String DELETE = """
            with old as (
              select order_key, stage from care_message message
              where made_at < $1
                and not exists (select from care_message other where other.order_key = message.order_key
                  and (other.made_at >= $1 or other.state in ('WAITING', 'QUEUED')))
                and not exists (select from orders where orders.key = message.order_key
                  and orders.state not in ('SIGNED', 'CANCELLED'))
              limit $2)
            delete from care_message message using old
            where message.order_key = old.order_key and message.stage = old.stage""";

    private final Pool pool;
    private final CareConfig config;
    private final Clock clock;

    MessagePurge(Pool pool, CareConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${care.purge.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> run() {
        return Tick.whileFull("care-purge", BATCH, this::batch);
    }

    private Uni<Integer> batch() {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(clock.instant().minus(kept()).atOffset(ZoneOffset.UTC), BATCH))
                .map(rows -> rows.rowCount())
                .invoke(MessagePurge::log);
    }

    /** Never so short that what a message told of is still news. */
    private Duration kept() {
        return Collections.max(List.of(config.kept(), config.oldest()));
    }

    private static void log(int deleted) {
        if (deleted > 0) {
            LOG.infof("care-purge=done deleted=%d", deleted);
        }
    }
}
