package org.shopscore.aggregator.ingest.lane;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.shopscore.aggregator.score.window.StatDay;

/** The days whose inputs a partition has frozen, and the one to come. */
public final class FrozenDays {

    private final NavigableSet<LocalDate> days;
    private LocalDate last;
    private int longest;

    /**
     * @param last    the newest day that is not to be frozen any more: frozen, or before this suite began
     * @param longest days that anything takes to mature that is in the inputs of one of them
     */
    public FrozenDays(LocalDate last, NavigableSet<LocalDate> days, int longest) {
        this.last = last;
        this.longest = longest;
        this.days = new TreeSet<>(days);
    }

    /** The next day to freeze by itself. */
    public LocalDate next() {
        return last.plusDays(1);
    }

    public boolean contains(LocalDate day) {
        return days.contains(day);
    }

    /** Whether no score of the day or a later one exists. */
    public boolean noneFrom(int day) {
        return days.isEmpty() || days.last().toEpochDay() < day;
    }

    /** Whether a score that exists could be corrected. */
    public boolean anyIn(StatDay.Range range) {
        LocalDate first = days.ceiling(range.first());
        return first != null && !first.isAfter(range.last());
    }

    /** The newest day whose inputs hold nothing more: its cut-off had come when a record was logged, or it was frozen before that was read. */
    public LocalDate newest(Instant logged) {
        LocalDate cut = StatDay.newest(logged);
        return days.isEmpty() || days.last().isBefore(cut) ? cut : days.last();
    }

    /** Days before that one are not frozen any more. */
    public void skipTo(LocalDate next) {
        last = next.minusDays(1);
    }

    /** So many days at most after its own day something in the inputs has begun to count. */
    public int longest() {
        return longest;
    }

    public void froze(LocalDate day, int longestOfIt) {
        days.add(day);
        longest = Math.max(longest, longestOfIt);
        if (day.equals(next())) {
            last = day;
        }
    }
}
