package org.shopscore.aggregator.ingest.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.shopscore.metric.Measures;
import org.shopscore.metric.Sources;

/** Sends a load at an even rate from a thread of its own, and between its facts those that somebody waits for. */
final class PacedLoad implements AutoCloseable {

    /** The instants, of {@link System#nanoTime}, at which a fact was handed to the producer, and the log had it. */
    record Sent(long handed, long acknowledged) {}

    private record Asked(String shopId, long amount, CompletableFuture<Sent> sent) {}

    private static final long SLICE = 5_000_000;

    /** In ms: batches as a relay makes them, which sends what was committed since it last looked. */
    private static final int LINGER = 25;

    private final Sender sender;
    private final Wire wire;
    private final Load.Stream stream;
    private final int perSlice;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean running = true;
    private volatile long late;

    PacedLoad(Log log, Load load, int perSecond) {
        sender = log.sender(Map.of("linger.ms", LINGER));
        wire = new Wire(load);
        stream = load.stream();
        perSlice = Math.toIntExact(perSecond * SLICE / 1_000_000_000);
        thread = Thread.ofPlatform().name("load").start(this::run);
    }

    private void run() {
        long next = System.nanoTime();
        while (running) {
            for (Asked one = asked.poll(); one != null; one = asked.poll()) {
                send(one);
            }
            for (int i = 0; i < perSlice; i++) {
                wire.records(stream.next()).forEach(sender::send);
            }
            next += SLICE;
            long rest = next - System.nanoTime();
            late = Math.max(0, -rest);
            LockSupport.parkNanos(rest);
        }
    }

    private void send(Asked one) {
        var data = "{\"ref\":\"probe/%s\",\"changes\":[{\"anchoredAt\":\"%s\",\"measures\":{\"%s\":%d}}]}"
                .formatted(
                        one.shopId,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        Measures.VERDICT_BRUSHING,
                        one.amount);
        long handed = System.nanoTime();
        sender.send(
                wire.record(Sources.AFTER_SALES, one.shopId, data.getBytes(US_ASCII)),
                () -> one.sent.complete(new Sent(handed, System.nanoTime())));
    }

    /** A verdict on the shop, or one taken back. */
    Sent verdict(String shopId, long amount) {
        var sent = new CompletableFuture<Sent>();
        asked.add(new Asked(shopId, amount, sent));
        return sent.join();
    }

    /** Nanoseconds by which the sender is behind its plan now. */
    long late() {
        return late;
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        sender.close();
    }
}
