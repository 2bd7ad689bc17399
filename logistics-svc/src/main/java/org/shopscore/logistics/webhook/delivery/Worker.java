package org.shopscore.logistics.webhook.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.shopscore.outbox.Headroom;

/** Turns deliveries into scans: woken after each commit of the inbox, and looking by itself each second. */
@ApplicationScoped
class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final int AT_ONCE = 2;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore rung = new Semaphore(0);
    private final Batches batches;
    private final Headroom headroom;
    private volatile boolean running = true;
    private List<Thread> threads = List.of();

    Worker(Batches batches, Headroom headroom) {
        this.batches = batches;
        this.headroom = headroom;
    }

    void start(@Observes StartupEvent event) {
        threads = IntStream.range(0, AT_ONCE)
                .mapToObj(number ->
                        Thread.ofPlatform().name("deliveries-" + number).start(this::run))
                .toList();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        for (var thread : threads) {
            thread.join(PATIENCE);
        }
    }

    void wake() {
        if (rung.availablePermits() < AT_ONCE) {
            rung.release();
        }
    }

    private void run() {
        while (running) {
            try {
                goThrough();
            } catch (RuntimeException e) {
                LOG.warnf("deliveries=waiting cause=%s", e.getMessage());
                rest();
            }
        }
    }

    private void goThrough() {
        headroom.await();
        while (running && batches.next() > 0) {
            headroom.await();
        }
        rest();
    }

    private void rest() {
        try {
            if (rung.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                rung.drainPermits();
            }
        } catch (InterruptedException _) {
            running = false;
        }
    }
}
