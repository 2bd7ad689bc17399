package org.shopscore.suite.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Work that starts at an even rate, whether or not what started before has ended: a slow answer makes the next one no later. */
final class EvenStream {

    /** Returns when all of it has ended. */
    static void of(long number, int perSecond, LongConsumer work) {
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < number; i++) {
                long one = i;
                threads.execute(() -> work.accept(one));
                LockSupport.parkNanos(start + TimeUnit.SECONDS.toNanos(1) * (i + 1) / perSecond - System.nanoTime());
            }
        }
    }

    private EvenStream() {}
}
