package org.shopscore.aggregator.tile;

import java.time.LocalDate;

/**
 * What days add to the sums of a window, as {@link org.shopscore.aggregator.score.window.Counted} has it, by the ids of measures. Nothing more is
 * done where nothing has to mature.
 *
 * @param from day of the epoch, as {@code to}, both of the window
 */
public record Counting(int from, int to, Maturing maturing) {

    private static final Amounts NOTHING = new Amounts();

    public boolean holds(int day) {
        return from <= day && day <= to;
    }

    /** Whether other days than those of the window add anything. */
    public boolean isMaturing() {
        return maturing != Maturing.NONE;
    }

    /** The first day of which anything may count. */
    public int firstDay() {
        return from - maturing.longest();
    }

    /** As a day of the calendar. */
    public LocalDate first() {
        return LocalDate.ofEpochDay(firstDay());
    }

    /** The last day of the window. */
    public LocalDate last() {
        return LocalDate.ofEpochDay(to);
    }

    /** What is counted of a day; not to be changed. */
    public Amounts of(int day, Amounts tile) {
        if (!isMaturing()) {
            return holds(day) ? tile : NOTHING;
        }
        var counted = holds(day) ? tile.copy() : new Amounts();
        maturing.addTo(counted, day, tile, this);
        return counted;
    }
}
