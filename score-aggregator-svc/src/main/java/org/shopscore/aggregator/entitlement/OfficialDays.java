package org.shopscore.aggregator.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The official days of one shop, each by its newest revision.
 *
 * @param statDate the day that is judged, and the last one
 * @param days     the oldest first
 */
public record OfficialDays(LocalDate statDate, List<ScoredDay> days) {

    public OfficialDays {
        days = List.copyOf(days);
    }

    /** @param days the oldest first; those after the judged one are left out */
    public static OfficialDays until(LocalDate statDate, Collection<ScoredDay> days) {
        return new OfficialDays(
                statDate,
                days.stream().filter(day -> !day.statDate().isAfter(statDate)).toList());
    }

    public static OfficialDays none(LocalDate statDate) {
        return new OfficialDays(statDate, List.of());
    }

    /** The day is the one that is judged from then on. */
    public OfficialDays with(ScoredDay day) {
        int before = days.size();
        while (before > 0 && !days.get(before - 1).statDate().isBefore(day.statDate())) {
            before--;
        }
        var more = new ArrayList<ScoredDay>(before + 1);
        more.addAll(days.subList(0, before));
        more.add(day);
        return new OfficialDays(day.statDate(), more);
    }

    /** So many days and no older ones. */
    public OfficialDays last(int count) {
        LocalDate first = statDate.minusDays(count - 1L);
        int from = 0;
        while (from < days.size() && days.get(from).statDate().isBefore(first)) {
            from++;
        }
        return from == 0 ? this : new OfficialDays(statDate, days.subList(from, days.size()));
    }

    /** Each with the points of these dimensions and metrics alone. */
    public OfficialDays naming(Set<String> subjects) {
        return new OfficialDays(
                statDate, days.stream().map(day -> day.naming(subjects)).toList());
    }

    /** Whether a severe verdict counts on the judged day. */
    public boolean isSevere() {
        return on(statDate).filter(ScoredDay::isSevere).isPresent();
    }

    Optional<ScoredDay> on(LocalDate day) {
        int from = 0;
        int to = days.size() - 1;
        while (from <= to) {
            int at = (from + to) >>> 1;
            int order = days.get(at).statDate().compareTo(day);
            if (order == 0) {
                return Optional.of(days.get(at));
            }
            from = order < 0 ? at + 1 : from;
            to = order < 0 ? to : at - 1;
        }
        return Optional.empty();
    }

    Optional<BigDecimal> points(LocalDate day, String subject, Set<String> stages) {
        return on(day).flatMap(scored -> scored.points(subject, stages));
    }

    /** The last days of so many complete months, the newest first: the month of the day is complete on its own last day. */
    static List<LocalDate> monthEnds(LocalDate day, int count) {
        return Stream.iterate(YearMonth.from(day.plusDays(1)).minusMonths(1), month -> month.minusMonths(1))
                .limit(count)
                .map(YearMonth::atEndOfMonth)
                .toList();
    }

    /** So many days up to the given one, the newest first. */
    static List<LocalDate> upTo(LocalDate last, int count) {
        return Stream.iterate(last, day -> day.minusDays(1)).limit(count).toList();
    }
}
