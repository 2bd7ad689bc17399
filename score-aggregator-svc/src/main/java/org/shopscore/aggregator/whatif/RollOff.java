package org.shopscore.aggregator.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shopscore.aggregator.score.DayAmounts;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;

/** What the coming days do to a score as the oldest days leave the window. */
final class RollOff {

    private static final int WEEK = 7;

    /**
     * One coming day.
     *
     * @param leaving  what leaves the window on it
     * @param quiet    the score if nothing new comes
     * @param expected the score if each coming day brings what the same weekday brought a week before
     */
    record Day(LocalDate day, Map<String, Long> leaving, ScoreSheet quiet, ScoreSheet expected) {}

    /** @param amounts of at least the window that ends today */
    static List<Day> days(ScoreEngine engine, DayAmounts amounts, LocalDate today, int count) {
        var days = new ArrayList<Day>();
        DayAmounts expected = amounts;
        for (int ahead = 1; ahead <= count; ahead++) {
            LocalDate day = today.plusDays(ahead);
            expected = expected.with(day, expected.on(day.minusDays(WEEK)));
            days.add(new Day(
                    day,
                    amounts.on(DayAmounts.firstOfWindow(day).minusDays(1)),
                    engine.score(amounts.windowEnding(day)),
                    engine.score(expected.windowEnding(day))));
        }
        return days;
    }

    private RollOff() {}
}
