package org.shopscore.suite.fault;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.shopscore.suite.fact.Answer;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.Sender;
import org.shopscore.suite.fact.Story;
import org.shopscore.suite.fact.Wire;
import org.shopscore.suite.oracle.Ledger;

/** Sends stories at a steady rate, whatever happens to the suite, and keeps the ledger. */
final class Traffic implements AutoCloseable {

    private static final int FACTS_IN_A_STORY = 4;
    private static final int AT_ONCE = 96;

    private final Ledger ledger = new Ledger();
    private final RandomStories stories;
    private final Sender patient;
    private final Sender hasty;
    private final long pauseNanos;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread source;
    private volatile boolean open = true;

    private Traffic(Wire wire, RandomStories stories, int factsPerSecond) {
        this.stories = stories;
        this.patient = new Sender(wire, Duration.ofSeconds(90));
        this.hasty = new Sender(wire, Duration.ZERO);
        this.pauseNanos = TimeUnit.SECONDS.toNanos(1) * FACTS_IN_A_STORY / factsPerSecond;
        this.source = Thread.ofPlatform().name("traffic").start(this::pour);
    }

    static Traffic of(Wire wire, RandomStories stories, int factsPerSecond) {
        return new Traffic(wire, stories, factsPerSecond);
    }

    List<String> shops() {
        return stories.shops();
    }

    Ledger ledger() {
        return ledger;
    }

    /** Begins no story any more and waits for those that are being told. */
    void end() {
        open = false;
        try {
            source.join();
            threads.close();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end();
    }

    private void pour() {
        long next = System.nanoTime();
        for (int number = 0; open; number++) {
            var story = stories.next();
            var sender = number % 4 == 0 ? hasty : patient;
            room.acquireUninterruptibly();
            threads.execute(() -> tell(story, sender));
            next = Math.max(next + pauseNanos, System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void tell(Story story, Sender sender) {
        try {
            for (Fact fact : story.facts()) {
                Answer answer = sender.send(fact);
                ledger.note(fact, answer);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            room.release();
        }
    }
}
