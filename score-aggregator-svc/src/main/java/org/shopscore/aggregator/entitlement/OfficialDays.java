package org.shopscore.aggregator.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The official days of one shop, each by its newest revision.
 *
 * @param statDate the day that is judged, and the last one
 */
public record OfficialDays(LocalDate statDate, SortedMap<LocalDate, ScoredDay> days) {

    public OfficialDays {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days.headMap(statDate.plusDays(1))));
    }

    public static OfficialDays none(LocalDate statDate) {
        return new OfficialDays(statDate, new TreeMap<>());
    }

    /** The day is the one that is judged from then on. */
    public OfficialDays with(ScoredDay day) {
        var more = new TreeMap<>(days);
        more.put(day.statDate(), day);
        return new OfficialDays(day.statDate(), more);
    }

    /** So many days and no older ones. */
    public OfficialDays last(int count) {
        return new OfficialDays(statDate, days.tailMap(statDate.minusDays(count - 1L)));
    }

    /** Whether a severe verdict counts on the judged day. */
    public boolean isSevere() {
        return on(statDate).filter(ScoredDay::isSevere).isPresent();
    }

    Optional<ScoredDay> on(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }

    Optional<BigDecimal> points(LocalDate day, String subject, Set<String> stages) {
        return on(day).flatMap(scored -> scored.points(subject, stages));
    }

    /** So many days up to the given one, the newest first. */
    static List<LocalDate> upTo(LocalDate last, int count) {
        return Stream.iterate(last, day -> day.minusDays(1)).limit(count).toList();
    }
}
