package org.shopscore.aggregator.ingest;

import java.time.Duration;

/**
 * How often all others are told. Whoever keeps up with the log tells them at once. Whoever is behind tells scores that are old already, and
 * most of them once more soon: it begins a turn when it has read as much as is left to read, so that being told late never makes a score
 * more than twice as late as the backlog does. In a turn everybody is told who was waiting when it began. Pure.
 */
final class TellingPace {

    /** However much is left to read. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private long begun;
    private long read;
    private long left;

    /** @param now in nanoseconds, as everywhere here */
    TellingPace(long now) {
        begun = now;
    }

    void read(long records) {
        read += records;
    }

    /** @param unread records of the log */
    boolean isDue(long unread, long now) {
        return left > 0 || unread <= read || now - begun >= LONGEST.toNanos();
    }

    /**
     * Some are told.
     *
     * @param waiting those and all others that have to be told
     */
    void tells(long some, long waiting, long now) {
        if (left <= 0) {
            begun = now;
            read = 0;
            left = waiting;
        }
        left = some == 0 ? 0 : left - some;
    }
}
