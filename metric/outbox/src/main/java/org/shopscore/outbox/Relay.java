package org.shopscore.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Moves what was committed to the broker, lane by lane in the order of the numbers, and deletes it after the acknowledgement.
 *
 * <p>A crash in between sends again: readers drop a number they have seen. No transaction is open while sending.
 */
@ApplicationScoped
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BATCH = 2_000;

    private static final String NEXT = """
            select o.* from outbox o join unnest($1::text[], $2::smallint[]) as held(topic, lane) using (topic, lane)
             order by o.topic, o.lane, o.seq limit $3
            """;

    // By id as well: after a promotion the number may belong to another event that was not sent yet.
    private static final String DELETE = """
            delete from outbox o using unnest($1::text[], $2::smallint[], $3::bigint[], $4::uuid[]) as sent(topic, lane, seq, id)
             where o.topic = sent.topic and o.lane = sent.lane and o.seq = sent.seq and o.id = sent.id
            """;

    private final Pool pool;
    private final Bell bell;
    private final Heartbeats heartbeats;
    private final Backlog backlog;
    private final OutboxConfig config;
    private final String bootstrapServers;
    private volatile boolean running = true;
    private Thread thread;

    Relay(
            Pool pool,
            Bell bell,
            Heartbeats heartbeats,
            Backlog backlog,
            OutboxConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.pool = pool;
        this.bell = bell;
        this.heartbeats = heartbeats;
        this.backlog = backlog;
        this.config = config;
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        bell.ring();
        thread.join(PATIENCE);
    }

    private void run() {
        var broker = new Broker(bootstrapServers, config.source());
        var leases = new Leases(pool);
        while (running) {
            try {
                relayWhileHeld(leases, broker);
            } catch (RuntimeException e) {
                rest(e);
            } catch (InterruptedException _) {
                running = false;
            }
        }
        leave(leases, broker);
    }

    /** One term of the leases: renewed each second, long before they end. */
    private void relayWhileHeld(Leases leases, Broker broker) throws InterruptedException {
        var held = leases.renewed();
        bell.listen();
        bell.othersRelay(!leases.alone());
        heartbeats.beat(held);
        long end = System.nanoTime() + POLL.toNanos();
        for (long left = POLL.toNanos(); running && left > 0; left = end - System.nanoTime()) {
            if (relayed(held, broker) < BATCH) {
                bell.await(Duration.ofNanos(Math.max(left, 1)));
            }
        }
    }

    private int relayed(List<Leases.Held> held, Broker broker) {
        var waiting = next(held);
        if (!waiting.isEmpty()) {
            var acknowledged = broker.acknowledged(waiting);
            delete(acknowledged);
            backlog.sent(acknowledged.size());
        }
        return waiting.size();
    }

    private List<Waiting> next(List<Leases.Held> held) {
        var lanes = Tuple.of(
                held.stream().map(Leases.Held::topic).toArray(String[]::new),
                held.stream().map(Leases.Held::lane).toArray(Short[]::new),
                BATCH);
        var rows = pool.preparedQuery(NEXT).execute(lanes).await().atMost(PATIENCE);
        return StreamSupport.stream(rows.spliterator(), false).map(Waiting::of).toList();
    }

    private void delete(List<Waiting> sent) {
        var keys = Tuple.of(
                sent.stream().map(Waiting::topic).toArray(String[]::new),
                sent.stream().map(Waiting::lane).toArray(Short[]::new),
                sent.stream().map(Waiting::seq).toArray(Long[]::new),
                sent.stream().map(Waiting::id).toArray(UUID[]::new));
        pool.preparedQuery(DELETE).execute(keys).await().atMost(PATIENCE);
    }

    private void rest(RuntimeException reason) {
        LOG.warnf("Relay rests for a second: source=%s reason=%s", config.source(), reason.toString());
        try {
            bell.await(POLL);
        } catch (InterruptedException _) {
            running = false;
        }
    }

    private void leave(Leases leases, Broker broker) {
        broker.close();
        try {
            leases.signOff();
            bell.close();
        } catch (RuntimeException e) {
            LOG.infof("The leases end by themselves: reason=%s", e.toString());
        }
    }
}
