package org.shopscore.aggregator.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.policy.metric.Maturity;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ShopScorer;
import org.shopscore.aggregator.score.window.DayAmounts;

/** What the coming days do to a score as the oldest days leave the window. */
final class RollOff {

    private static final int WEEK = 7;

    /**
     * One coming day.
     *
     * @param leaving  what leaves the window on it
     * @param maturing what begins and ceases to count on it because it takes days to mature, for each number of days
     * @param quiet    the score if nothing new comes
     * @param expected the score if each coming day brings what the same weekday brought on the last such day that is over
     */
    record Day(
            LocalDate day, Map<String, Long> leaving, List<Maturing> maturing, ScoreSheet quiet, ScoreSheet expected) {}

    /**
     * What moves of the measures that take so many days.
     *
     * @param entering what has matured on the day
     */
    record Maturing(int maturityDays, SortedMap<String, Long> entering, SortedMap<String, Long> leaving) {}

    /** @param amounts of at least the days that count today */
    static List<Day> days(ShopScorer scorer, DayAmounts amounts, LocalDate today, int count) {
        var days = new ArrayList<Day>();
        DayAmounts expected = amounts;
        for (int ahead = 1; ahead <= count; ahead++) {
            LocalDate day = today.plusDays(ahead);
            expected = expected.with(day, expected.on(like(day, today)));
            days.add(new Day(
                    day,
                    amounts.on(DayAmounts.firstOfWindow(day).minusDays(1)),
                    maturing(scorer.engine().maturities(), amounts, day),
                    scorer.score(scorer.sums(amounts, day), day),
                    scorer.score(scorer.sums(expected, day), day)));
        }
        return days;
    }

    private static List<Maturing> maturing(Maturities maturities, DayAmounts amounts, LocalDate day) {
        return maturities.all().stream()
                .map(Maturity::days)
                .distinct()
                .sorted()
                .map(days -> new Maturing(
                        days,
                        among(maturities, days, amounts.on(day.minusDays(days))),
                        among(
                                maturities,
                                days,
                                amounts.on(DayAmounts.firstOfWindow(day).minusDays(days + 1L)))))
                .toList();
    }

    private static SortedMap<String, Long> among(Maturities maturities, int days, Map<String, Long> amounts) {
        var some = new TreeMap<String, Long>();
        amounts.forEach((measure, amount) -> {
            if (maturities.all().contains(new Maturity(measure, days))) {
                some.put(measure, amount);
            }
        });
        return some;
    }

    /** The same weekday a week before; of today, which has not brought all that it will, the one before it. */
    private static LocalDate like(LocalDate day, LocalDate today) {
        LocalDate before = day.minusDays(WEEK);
        return before.equals(today) ? today.minusDays(WEEK) : before;
    }

    private RollOff() {}
}
