package org.shopscore.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * How much waits for the broker, and since when: measured each second, and not by the relay, which a broker that hangs keeps
 * waiting for as long as the producer does, while commands go on.
 */
@ApplicationScoped
class Backlog {

    /** Rows waiting, counted until just beyond the limit, and the age of the oldest of those counted; 0 when there is none. */
    record State(long rows, long oldestMillis) {}

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    // One look at each row and no join: a queue is mostly empty when statistics are taken, and a plan made for an empty
    // table
    // would look at every row once for each lane.
    private static final String MEASURE = """
            select count(*), coalesce(extract(epoch from clock_timestamp() - min(appended_at)) * 1000, 0)::bigint
              from (select appended_at from outbox limit $1) waiting""";

    private final Pool pool;
    private final OutboxConfig config;
    private final Counter sent;
    private volatile State state = new State(0, 0);
    private Cancellable measuring;

    Backlog(Pool pool, OutboxConfig config, MeterRegistry meters) {
        this.pool = pool;
        this.config = config;
        this.sent = Counter.builder("outbox.sent")
                .description("Records that the broker acknowledged")
                .register(meters);
        Gauge.builder("outbox.backlog", this, backlog -> backlog.state.rows())
                .description("Records waiting for the broker")
                .baseUnit("rows")
                .register(meters);
        Gauge.builder("outbox.oldest.age", this, backlog -> backlog.state.oldestMillis() / 1000.0)
                .description("Age of the oldest record waiting")
                .baseUnit("seconds")
                .register(meters);
    }

    State state() {
        return state;
    }

    boolean full() {
        return state.rows() > config.maxBacklog();
    }

    void start(@Observes StartupEvent event) {
        measuring = Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .onItem()
                // While the database is away the last figure stands; the relay says that it is away.
                .transformToUniAndConcatenate(_ -> measured().onFailure().recoverWithItem(() -> state))
                .subscribe()
                .with(now -> state = now);
    }

    void stop(@Observes ShutdownEvent event) {
        measuring.cancel();
    }

    /** Measures now. Blocking; for a worker thread. */
    void measure() {
        state = measured().await().atMost(PATIENCE.plus(EVERY));
    }

    private Uni<State> measured() {
        return pool.preparedQuery(MEASURE)
                .execute(Tuple.of(config.maxBacklog() + 1))
                .map(rows -> rows.iterator().next())
                .map(row -> new State(row.getLong(0), row.getLong(1)))
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    void sent(int records) {
        sent.increment(records);
    }
}
