package org.shopscore.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
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

    private final Pool pool;
    private final WaitingRows rows;
    private final Resting resting = new Resting();
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
        this.rows = new WaitingRows(pool);
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
        while (running) {
            // There is no producer for a broker whose name does not resolve yet.
            try (var broker = new Broker(bootstrapServers, config.source())) {
                relay(broker);
            } catch (RuntimeException e) {
                rest(e);
            }
        }
    }

    private void relay(Broker broker) {
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
        leave(leases);
    }

    /** One term of the leases: renewed each second, long before they end. */
    private void relayWhileHeld(Leases leases, Broker broker) throws InterruptedException {
        var held = leases.renewed();
        bell.listen();
        bell.othersRelay(!leases.alone());
        heartbeats.beat(held, System.nanoTime());
        long end = System.nanoTime() + POLL.toNanos();
        for (long left = POLL.toNanos(); running && left > 0; left = end - System.nanoTime()) {
            if (!relayed(held, broker)) {
                bell.await(Duration.ofNanos(Math.max(left, 1)));
            }
        }
    }

    /** @return whether anything waited, so that more may: what is sent makes room, and a lane that stopped rests */
    private boolean relayed(List<Leases.Held> held, Broker broker) {
        var waiting = rows.next(resting.awake(held, System.nanoTime()));
        if (waiting.isEmpty()) {
            return false;
        }
        var sent = broker.send(waiting);
        resting.add(sent.stopped(), System.nanoTime());
        rows.delete(sent.acknowledged());
        backlog.sent(sent.acknowledged().size());
        return true;
    }

    private void rest(RuntimeException failure) {
        var reason = failure.getCause() == null ? failure : failure.getCause();
        LOG.warnf("Relay rests for a second: source=%s reason=%s", config.source(), reason.toString());
        try {
            bell.await(POLL);
        } catch (InterruptedException _) {
            running = false;
        }
    }

    private void leave(Leases leases) {
        try {
            leases.signOff();
            bell.close();
        } catch (RuntimeException e) {
            LOG.infof("The leases end by themselves: reason=%s", e.toString());
        }
    }
}
