package org.shopscore.aggregator.change.stream.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the end of the topic once for all live readers of this process. It begins with the first of them, and ends a while after the
 * last.
 */
@ApplicationScoped
public class Tail {

    private static final Logger LOG = Logger.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long KEEP_ALIVE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int START_SECONDS = 20;

    private final String bootstrapServers;
    private final List<Live> readers = new ArrayList<>();
    private CompletableFuture<LogReader> running;
    private volatile boolean isStopped;

    Tail(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Who is told of everything from the offsets that {@link #join} answered. */
    public interface Live {

        /** Must not wait. @return false when nothing more is wanted */
        boolean take(Told told);

        /** Must not wait. @return false when nothing more is wanted */
        boolean keepAlive();

        /** Nothing more comes. */
        void ended();
    }

    /** @return the offsets from which on it is told everything */
    public long[] join(Live reader) throws Exception {
        while (true) {
            CompletableFuture<LogReader> log = started();
            log.get(START_SECONDS, TimeUnit.SECONDS);
            synchronized (this) {
                if (log == running) {
                    readers.add(reader);
                    return log.join().next().clone();
                }
            }
        }
    }

    public synchronized void leave(Live reader) {
        readers.remove(reader);
    }

    private synchronized CompletableFuture<LogReader> started() {
        if (running == null) {
            var starting = new CompletableFuture<LogReader>();
            running = starting;
            Thread.ofPlatform().daemon().name("score-changes-tail").start(() -> run(starting));
        }
        return running;
    }

    private void run(CompletableFuture<LogReader> starting) {
        try (LogReader log = LogReader.atEnd(bootstrapServers)) {
            starting.complete(log);
            long idleSince = System.nanoTime();
            long beat = System.nanoTime();
            while (!isStopped && !endsIdle(starting, idleSince)) {
                List<Told> come = log.poll(POLL);
                long now = System.nanoTime();
                boolean isBeat = now - beat > KEEP_ALIVE_NANOS;
                beat = isBeat ? now : beat;
                idleSince = tell(log, come, isBeat) ? now : idleSince;
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "score-changes=unread");
            starting.completeExceptionally(e);
        } finally {
            ended(starting);
        }
    }

    /** @return whether there is anybody */
    private synchronized boolean tell(LogReader log, List<Told> come, boolean isBeat) {
        for (Told told : come) {
            log.next()[told.partition()] = told.offset() + 1;
            readers.removeIf(reader -> !reader.take(told));
        }
        if (isBeat) {
            readers.removeIf(reader -> !reader.keepAlive());
        }
        return !readers.isEmpty();
    }

    private synchronized boolean endsIdle(CompletableFuture<LogReader> log, long idleSince) {
        boolean isIdle = readers.isEmpty() && System.nanoTime() - idleSince > IDLE_NANOS;
        if (isIdle) {
            ended(log);
        }
        return isIdle;
    }

    private synchronized void ended(CompletableFuture<LogReader> log) {
        if (running == log) {
            running = null;
            readers.forEach(Live::ended);
            readers.clear();
        }
    }

    public void stop() {
        isStopped = true;
    }
}
