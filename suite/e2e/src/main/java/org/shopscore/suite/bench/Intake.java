package org.shopscore.suite.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** An even stream of pushes, each of a parcel of its own, until the provider is answered. */
final class Intake {

    /** In microseconds. */
    record Seen(long kept, long refused, Histogram answered) {}

    private final Kuaidi100 provider;
    private final String waybills;
    private final Histogram answered = new ConcurrentHistogram(3);
    private final AtomicLong kept = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    /** @param waybills how the numbers of the parcels begin */
    Intake(Kuaidi100 provider, String waybills) {
        this.provider = provider;
        this.waybills = waybills;
    }

    Seen run(int perSecond, int seconds) {
        EvenStream.of((long) perSecond * seconds, perSecond, this::push);
        return new Seen(kept.get(), refused.get(), answered);
    }

    private void push(long number) {
        long start = System.nanoTime();
        try {
            (provider.push(waybills + number) ? kept : refused).incrementAndGet();
            answered.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
        } catch (IOException | InterruptedException e) {
            refused.incrementAndGet();
        }
    }
}
