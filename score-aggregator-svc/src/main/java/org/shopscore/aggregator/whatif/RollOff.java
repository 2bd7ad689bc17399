package org.shopscore.aggregator.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shopscore.aggregator.score.DayAmounts;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ShopScorer;

/** What the coming days do to a score as the oldest days leave the window. */
final class RollOff {

    private static final int WEEK = 7;

    /**
     * One coming day.
     *
     * @param leaving  what leaves the window on it
     * @param quiet    the score if nothing new comes
     * @param expected the score if each coming day brings what the same weekday brought on the last such day that is over
     */
    record Day(LocalDate day, Map<String, Long> leaving, ScoreSheet quiet, ScoreSheet expected) {}

    /** @param amounts of at least the window that ends today */
    static List<Day> days(ShopScorer scorer, DayAmounts amounts, LocalDate today, int count) {
        var days = new ArrayList<Day>();
        DayAmounts expected = amounts;
        for (int ahead = 1; ahead <= count; ahead++) {
            LocalDate day = today.plusDays(ahead);
            expected = expected.with(day, expected.on(like(day, today)));
            days.add(new Day(
                    day,
                    amounts.on(DayAmounts.firstOfWindow(day).minusDays(1)),
                    scorer.score(amounts.windowEnding(day), day),
                    scorer.score(expected.windowEnding(day), day)));
        }
        return days;
    }

    /** The same weekday a week before; of today, which has not brought all that it will, the one before it. */
    private static LocalDate like(LocalDate day, LocalDate today) {
        LocalDate before = day.minusDays(WEEK);
        return before.equals(today) ? today.minusDays(WEEK) : before;
    }

    private RollOff() {}
}
