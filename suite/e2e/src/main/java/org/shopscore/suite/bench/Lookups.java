package org.shopscore.suite.bench;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.shopscore.suite.fact.Wire;

/** An even stream of questions where an order is, each about any of the orders; a late answer is late from when it was to be asked. */
final class Lookups {

    /** In microseconds. */
    record Seen(long failed, Histogram answered) {}

    private final Wire wire;
    private final Parcels parcels;
    private final int orders;
    private final Histogram answered = new ConcurrentHistogram(3);
    private final AtomicLong failed = new AtomicLong();

    Lookups(Wire wire, Parcels parcels, int orders) {
        this.wire = wire;
        this.parcels = parcels;
        this.orders = orders;
    }

    Seen run(int perSecond, int seconds, long seed) {
        int number = perSecond * seconds;
        int[] asked = new Random(seed).ints(number, 0, orders).toArray();
        EvenStream.planned(number, perSecond, (n, at) -> ask(asked[(int) n], at));
        return new Seen(failed.get(), answered);
    }

    private void ask(int order, long at) {
        try {
            var reply = wire.get(
                    wire.suite().logistics().http(),
                    "/v1/orders/" + parcels.orderId(order) + "/tracking?shopId=" + parcels.movingShop(order));
            answered.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - at));
            if (!reply.isGood() || !reply.body().contains("OUT_FOR_DELIVERY")) {
                failed.incrementAndGet();
            }
        } catch (IOException | InterruptedException e) {
            failed.incrementAndGet();
        }
    }
}
