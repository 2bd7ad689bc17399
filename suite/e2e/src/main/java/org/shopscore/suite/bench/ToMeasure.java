package org.shopscore.suite.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.shopscore.suite.fact.Command;
import org.shopscore.suite.fact.Team;
import org.shopscore.suite.fact.Wire;

/**
 * Pushes of parcels that shipments name already; of each tenth its shop, which has no other, is watched until it counts the
 * signature. The first ones only warm up.
 */
final class ToMeasure {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** In microseconds from the sending of the push. */
    record Seen(long kept, Histogram visible, long missed) {}

    private static final int SHOPS = 400;
    private static final int WATCHED_OF = 10;
    private static final int DECLARED_A_SECOND = 400;
    private static final long LOOK_EACH = TimeUnit.MILLISECONDS.toNanos(50);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Wire wire;
    private final Kuaidi100 provider;
    private final String run;
    private final long number;
    private final long unwatched;
    private final Histogram visible = new ConcurrentHistogram(3);
    private final AtomicLong kept = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();

    /** @param unwatched how many of them warm up */
    ToMeasure(Wire wire, Kuaidi100 provider, String run, long number, long unwatched) {
        this.wire = wire;
        this.provider = provider;
        this.run = run;
        this.number = number;
        this.unwatched = unwatched;
    }

    /** Declares an order and its shipment for each push to come. */
    void declare() {
        EvenStream.of(number, DECLARED_A_SECOND, this::declare);
    }

    Seen run(int perSecond) {
        EvenStream.of(number, perSecond, this::push);
        return new Seen(kept.get(), visible, missed.get());
    }

    /** Signatures as the aggregator counts them in all shops of this run. */
    long counted() throws IOException, InterruptedException {
        long sum = 0;
        for (var shop :
                LongStream.range(0, number).mapToObj(this::shop).distinct().toList()) {
            sum += signed(shop);
        }
        return sum;
    }

    private void declare(long one) {
        var order = "/v1/shops/" + shop(one) + "/orders/o-" + one;
        var paidAt = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var due = paidAt.plus(10, ChronoUnit.DAYS);
        try {
            wire.put(new Command(
                    Team.LOGISTICS,
                    order,
                    "{\"paidAt\":\"%s\",\"pickupDueAt\":\"%s\",\"deliveryPromisedAt\":\"%s\"}"
                            .formatted(paidAt, due, due)));
            wire.put(new Command(
                    Team.LOGISTICS,
                    "/v1/shops/" + shop(one) + "/shipments/s-" + one,
                    "{\"carrier\":\"yto\",\"waybill\":\"%s\",\"orderIds\":[\"o-%d\"]}".formatted(waybill(one), one)));
        } catch (IOException | InterruptedException e) {
            missed.incrementAndGet();
        }
    }

    private void push(long one) {
        long sent = System.nanoTime();
        try {
            boolean isKept = provider.push(waybill(one));
            kept.addAndGet(isKept ? 1 : 0);
            if (one >= unwatched && one % WATCHED_OF == 0 && !watch(shop(one), sent)) {
                missed.incrementAndGet();
            }
        } catch (IOException | InterruptedException e) {
            missed.incrementAndGet();
        }
    }

    private boolean watch(String shop, long sent) throws IOException, InterruptedException {
        while (System.nanoTime() - sent < PATIENCE.toNanos()) {
            if (signed(shop) > 0) {
                visible.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sent));
                return true;
            }
            LockSupport.parkNanos(LOOK_EACH);
        }
        return false;
    }

    private long signed(String shop) throws IOException, InterruptedException {
        var today = LocalDate.now(ZONE);
        var days = wire.get(
                        wire.suite().aggregator().http(),
                        "/v1/shops/" + shop + "/measures?from=" + today.minusDays(1) + "&to=" + today.plusDays(1))
                .json()
                .path("days");
        long sum = 0;
        for (var day : days) {
            sum += day.path("measures").path("order.signed").asLong();
        }
        return sum;
    }

    private String shop(long one) {
        return one % WATCHED_OF == 0 ? "bench-" + run + "-" + one : "bench-" + run + "-shop-" + one % SHOPS;
    }

    private String waybill(long one) {
        return "M" + run + one;
    }
}
