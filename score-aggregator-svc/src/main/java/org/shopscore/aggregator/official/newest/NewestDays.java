package org.shopscore.aggregator.official.newest;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shopscore.aggregator.official.Official;

/**
 * The official scores of the newest day, and behind it those of older days that were run by hand after it: what they know of shops that it
 * does not. Which days there are never changes, the revisions of one do.
 */
final class NewestDays {

    private final NavigableMap<LocalDate, DayScores> days;

    private NewestDays(NavigableMap<LocalDate, DayScores> days) {
        this.days = days;
    }

    static NewestDays of(LocalDate newest, DayScores scores) {
        var days = new TreeMap<LocalDate, DayScores>(Collections.reverseOrder());
        days.put(newest, scores);
        return new NewestDays(days);
    }

    NewestDays with(LocalDate older, DayScores scores) {
        var more = new TreeMap<>(days);
        more.put(older, scores);
        return new NewestDays(more);
    }

    LocalDate newest() {
        return days.firstKey();
    }

    Set<LocalDate> all() {
        return Collections.unmodifiableSet(days.keySet());
    }

    DayScores scores(LocalDate day) {
        return days.get(day);
    }

    Optional<Official> of(String shopId) {
        for (DayScores scores : days.values()) {
            Optional<Official> found = scores.of(shopId);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Some of them twice. */
    Stream<String> shopIds(int lane) {
        return days.values().stream().flatMap(scores -> scores.shopIds(lane));
    }

    /** About how many there are. */
    int size(int lane) {
        return days.values().stream().mapToInt(scores -> scores.size(lane)).sum();
    }
}
