package org.shopscore.aggregator.ingest;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Rests after a failure, and says once that it began and once that it is over. */
final class Interruptions {

    private static final Logger LOG = Logger.getLogger(Interruptions.class);
    private static final Duration REST = Duration.ofSeconds(1);

    private long restUntil = System.nanoTime();
    private boolean interrupted;

    boolean resting() {
        return System.nanoTime() - restUntil < 0;
    }

    /** Waits until it has rested. */
    void rest() {
        LockSupport.parkNanos(restUntil - System.nanoTime());
    }

    void began(Throwable reason) {
        restUntil = System.nanoTime() + REST.toNanos();
        LOG.debug("In full", reason);
        if (!interrupted) {
            interrupted = true;
            LOG.warnf("Ingest is interrupted and will be taken up again: reason=%s", reason.toString());
        }
    }

    void over() {
        if (interrupted) {
            interrupted = false;
            LOG.info("Ingest goes on");
        }
    }
}
