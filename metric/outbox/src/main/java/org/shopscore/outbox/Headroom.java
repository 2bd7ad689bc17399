package org.shopscore.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.shopscore.problem.Refused;

/** Keeps work in bulk from filling the outbox up to where single commands are refused. */
@ApplicationScoped
public class Headroom {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Backlog backlog;
    private final OutboxConfig config;

    Headroom(Backlog backlog, OutboxConfig config) {
        this.backlog = backlog;
        this.config = config;
    }

    /** Whether at most half of {@code outbox.max-backlog} rows wait for the broker. */
    public boolean isThere() {
        return backlog.state().rows() <= config.maxBacklog() / 2;
    }

    /**
     * Waits until at most half of {@code outbox.max-backlog} rows wait for the broker. Blocking; for a worker thread.
     *
     * @throws Refused 503 {@code outbox-full} when that takes longer than a minute
     */
    public void await() {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (!isThere()) {
            if (System.nanoTime() > giveUpAt) {
                throw BackPressure.full();
            }
            Aggregator.pause(LOOK_EVERY);
        }
    }
}
