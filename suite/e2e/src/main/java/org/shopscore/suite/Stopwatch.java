package org.shopscore.suite;

import java.time.Duration;

/** How long something has taken. */
record Stopwatch(long startedNanos) {

    static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    @Override
    public String toString() {
        Duration passed = Duration.ofNanos(System.nanoTime() - startedNanos);
        return "%d.%d s".formatted(passed.toSeconds(), passed.toMillisPart() / 100);
    }
}
