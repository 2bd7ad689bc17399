package org.shopscore.suite.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Work that starts at an even rate, whether or not what started before has ended: a slow answer makes the next one no later. */
final class EvenStream {

    /** One piece of it. */
    interface Planned {
        /** @param at when it was to start, of {@link System#nanoTime} */
        void start(long number, long at);
    }

    /** Returns when all of it has ended. */
    static void of(long number, int perSecond, LongConsumer work) {
        planned(number, perSecond, (one, _) -> work.accept(one));
    }

    /** Returns when all of it has ended. */
    static void planned(long number, int perSecond, Planned work) {
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < number; i++) {
                long one = i;
                long at = start + TimeUnit.SECONDS.toNanos(1) * i / perSecond;
                threads.execute(() -> work.start(one, at));
                LockSupport.parkNanos(start + TimeUnit.SECONDS.toNanos(1) * (i + 1) / perSecond - System.nanoTime());
            }
        }
    }

    private EvenStream() {}
}
