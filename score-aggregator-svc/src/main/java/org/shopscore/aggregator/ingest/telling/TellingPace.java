package org.shopscore.aggregator.ingest.telling;

import java.time.Duration;

/**
 * How often all others are told of a partition. Whose owner keeps up with the log, they are told at once. An owner that is behind tells
 * scores that are old already, and most of them once more soon: it begins a turn when it has read as much as is left to read, so that being
 * told late never makes a score more than twice as late as the backlog does. In a turn everybody is told who was waiting when it began.
 * Pure.
 */
final class TellingPace {

    /** However much is left to read. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private long from;
    private long begun;
    private long left;

    /**
     * @param position of the next record to read
     * @param now      in nanoseconds, as everywhere here
     */
    TellingPace(long position, long now) {
        from = position;
        begun = now;
    }

    /** @param unread records of the partition */
    boolean isDue(long position, long unread, long now) {
        return left > 0 || unread <= position - from || now - begun >= LONGEST.toNanos();
    }

    /**
     * Some are told.
     *
     * @param waiting those and all others that have to be told
     */
    void tells(long some, long waiting, long position, long now) {
        if (left <= 0) {
            from = position;
            begun = now;
            left = waiting;
        }
        left = Math.min(left, waiting) - some;
    }
}
