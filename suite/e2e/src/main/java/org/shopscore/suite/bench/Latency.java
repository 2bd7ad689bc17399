package org.shopscore.suite.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.shopscore.suite.fact.Answer;
import org.shopscore.suite.fact.OrderFact;
import org.shopscore.suite.fact.Promise;
import org.shopscore.suite.fact.Sender;
import org.shopscore.suite.fact.Wire;

/** An even stream of paid orders over many shops; every tenth goes to a shop nobody else touches, whose score is watched. */
final class Latency {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** In microseconds. */
    record Seen(long commands, Histogram answered, Histogram visible, long missed) {}

    private static final int SHOPS = 400;
    private static final int WATCHED_OF = 10;
    private static final long LOOK_EACH = TimeUnit.MILLISECONDS.toNanos(4);

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Histogram answered = new ConcurrentHistogram(3);
    private final Histogram visible = new ConcurrentHistogram(3);
    private final AtomicLong missed = new AtomicLong();
    private final Wire wire;
    private final Sender sender;
    private final int rate;

    Latency(Wire wire, int rate) {
        this.wire = wire;
        this.sender = new Sender(wire, PATIENCE);
        this.rate = rate;
    }

    Seen run(Duration duration) {
        long commands = duration.toSeconds() * rate;
        EvenStream.of(commands, rate, this::command);
        return new Seen(commands, answered, visible, missed.get());
    }

    private void command(long number) {
        boolean watched = number % WATCHED_OF == 0;
        var shop = watched ? "bench-" + run + "-" + number : "bench-shop-" + number % SHOPS;
        try {
            long sent = System.nanoTime();
            var answer = sender.send(paid(shop, number));
            long acknowledged = System.nanoTime();
            answered.recordValue(TimeUnit.NANOSECONDS.toMicros(acknowledged - sent));
            if (watched && answer instanceof Answer.Taken && !watch(shop, acknowledged)) {
                missed.incrementAndGet();
            }
        } catch (InterruptedException | IOException e) {
            missed.incrementAndGet();
        }
    }

    private boolean watch(String shop, long acknowledged) throws IOException, InterruptedException {
        while (System.nanoTime() - acknowledged < PATIENCE.toNanos()) {
            if (wire.get(wire.suite().aggregator().http(), "/v1/shops/" + shop + "/score")
                    .isGood()) {
                visible.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - acknowledged));
                return true;
            }
            LockSupport.parkNanos(LOOK_EACH);
        }
        return false;
    }

    private OrderFact.Paid paid(String shop, long number) {
        var now = Instant.now();
        return new OrderFact.Paid(shop, "bench-" + run + "-" + number, now, now.plus(Duration.ofDays(2)), promise(now));
    }

    private static Promise promise(Instant now) {
        return new Promise.At(now.plus(Duration.ofDays(4)));
    }
}
