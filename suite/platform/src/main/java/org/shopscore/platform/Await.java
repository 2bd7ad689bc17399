package org.shopscore.platform;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a condition with a deadline. */
public final class Await {

    private static final Duration STEP = Duration.ofMillis(20);

    private Await() {}

    /**
     * Whether the condition came true within the time. One that throws, as who reads an answer that is not there yet, has not come true; what it
     * throws when the time is over is thrown.
     */
    public static boolean within(Duration time, BooleanSupplier condition) {
        long deadline = System.nanoTime() + time.toNanos();
        while (true) {
            boolean isOver =
                    System.nanoTime() > deadline || Thread.currentThread().isInterrupted();
            if (isTrue(condition, isOver)) {
                return true;
            }
            if (isOver) {
                return false;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private static boolean isTrue(BooleanSupplier condition, boolean isOver) {
        try {
            return condition.getAsBoolean();
        } catch (RuntimeException | AssertionError e) {
            if (isOver) {
                throw e;
            }
            return false;
        }
    }
}
