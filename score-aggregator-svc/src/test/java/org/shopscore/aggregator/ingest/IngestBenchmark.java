package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.score.FeedState;
import org.shopscore.aggregator.score.ShopSums;
import org.shopscore.metric.Change;
import org.shopscore.metric.Measures;
import org.shopscore.metric.Sources;
import org.shopscore.platform.Durability;

/**
 * Events a second from the log into committed tiles, one process, every commit on disk (fsync), broker and PostgreSQL on the same
 * machine, scores left out; 100,000 shops. Run by {@code ./shopscore bench ingest}; {@code -Devents=} changes how many.
 */
class IngestBenchmark {

    private static final int EVENTS = Integer.getInteger("events", 1_000_000);
    private static final int SHOPS = 100_000;
    private static final String DATABASE = "6f1c0c3e-0005-4000-8000-000000000000-00000001";

    /** Today, yesterday, the day before: a fact is told soon after it happens. */
    private static final int[] DAYS_AGO = {0, 0, 0, 0, 0, 1, 1, 1, 2, 9};

    private final Random random = new Random(5);

    @Test
    void eventsPerSecond() {
        IntUnaryOperator skewed = n -> (int) (Math.pow(random.nextDouble(), 4) * n);
        measure("warm-up, skewed", skewed);
        measure("few shops have most of the events", skewed);
        measure("all shops alike", random::nextInt);
    }

    private void measure(String what, IntUnaryOperator shop) {
        try (var rig = new Rig(Durability.DURABLE)) {
            produce(rig, shop);
            var metrics = new SimpleMeterRegistry();
            long start = System.nanoTime();
            rig.start(new Silence(), rig.pool, rig.settings, Clock.systemUTC(), metrics);
            rig.awaitConsumed(Duration.ofMinutes(10));
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%-36s %,9.0f events/s  %s%n", what, EVENTS / seconds, shares(metrics, seconds));
            assertThat(rig.count("select count(*) from sequence_hole")).isZero();
        }
    }

    private void produce(Rig rig, IntUnaryOperator shop) {
        var emitter = rig.emitter(Sources.LOGISTICS, DATABASE);
        var batch = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (int n = 0; n < EVENTS; n++) {
            batch.add(event(emitter, "shop-" + shop.applyAsInt(SHOPS)).record());
            if (batch.size() == 10_000 || n == EVENTS - 1) {
                rig.deliver(batch);
                batch.clear();
            }
        }
    }

    private Emitter.Sent event(Emitter emitter, String shop) {
        Instant now = Instant.now();
        Instant anchor = now.minus(Duration.ofDays(DAYS_AGO[random.nextInt(DAYS_AGO.length)]));
        var measures = random.nextBoolean()
                ? Map.of(
                        Measures.PICKUP_DUE,
                        1L,
                        Measures.PICKUP_ON_TIME,
                        1L,
                        Measures.PICKUP_DONE,
                        1L,
                        Measures.PICKUP_SECONDS,
                        71_234L)
                : Map.of(Measures.ORDER_PAID, 1L);
        return emitter.emit(shop, now, new Change(anchor, new TreeMap<>(measures)));
    }

    private static String shares(SimpleMeterRegistry metrics, double seconds) {
        var shares = new TreeMap<String, Long>();
        for (Timer timer : metrics.find("aggregator.poll.time").timers()) {
            shares.put(timer.getId().getTag("step"), Math.round(timer.totalTime(TimeUnit.MILLISECONDS) / seconds / 10));
        }
        return "time in %: " + shares;
    }

    private static final class Silence implements Announcer {

        @Override
        public Uni<Void> announce(int partition, long epoch, long n, LocalDate today, Collection<ShopSums> shops) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public void forget(int partition) {}

        @Override
        public void feeds(int partition, FeedState state) {}
    }
}
