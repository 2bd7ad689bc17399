package org.shopscore.aggregator.ingest.lane;

import java.time.LocalDate;

/**
 * How far a partition was told: once as many shops have been told as were waiting at some moment, everything up to that moment was,
 * whoever has come since. Pure.
 */
final class ToldThrough {

    /**
     * @param offset all records below
     * @param day    for which all shops
     */
    public record Point(long offset, LocalDate day) {}

    private Point told;
    private Point due;
    private long waiting;

    ToldThrough(Point told) {
        this.told = told;
        this.due = told;
    }

    /**
     * Shops are told, first those that have waited longest.
     *
     * @param shops how many
     * @param left  how many wait besides
     * @return through where it is told then
     */
    Point with(long shops, long left, Point now) {
        if (waiting == 0) {
            waiting = shops + left;
            due = now;
        }
        waiting = Math.max(0, waiting - shops);
        if (left == 0) { // a shop may have waited twice
            waiting = 0;
            due = now;
        }
        return waiting == 0 ? due : told;
    }

    /** Some could not be told, and stand behind all others now. */
    void waitsFor(long shops) {
        waiting = shops;
    }

    void told(Point point) {
        told = point;
    }

    Point told() {
        return told;
    }
}
