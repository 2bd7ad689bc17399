package org.shopscore.aggregator.entitlement.held;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shopscore.aggregator.entitlement.OfficialDays;
import org.shopscore.aggregator.entitlement.Outcome;

/**
 * What a shop holds after an official day.
 *
 * @param since       when it began, of each that is held
 * @param recommended reviews in which a person is advised to act
 * @param days        that it was judged by
 */
record Standing(Map<String, LocalDate> since, Set<String> recommended, OfficialDays days) {

    static Standing of(List<Outcome> outcomes, OfficialDays days) {
        var since = new LinkedHashMap<String, LocalDate>();
        var recommended = new TreeSet<String>();
        for (Outcome outcome : outcomes) {
            outcome.since().ifPresent(from -> since.put(outcome.code(), from));
            if (outcome.isRecommended()) {
                recommended.add(outcome.code());
            }
        }
        return new Standing(since, recommended, days);
    }

    static Standing of(Row row) {
        String[] held = row.getArrayOfStrings("held");
        LocalDate[] from = row.getArrayOfLocalDates("since");
        var since = new LinkedHashMap<String, LocalDate>();
        for (int i = 0; i < held.length; i++) {
            since.put(held[i], from[i]);
        }
        return new Standing(
                since,
                new TreeSet<>(List.of(row.getArrayOfStrings("recommended"))),
                DayBytes.unpack(row.getBuffer("days").getBytes(), row.getLocalDate("stat_date")));
    }

    static Standing none(LocalDate statDate) {
        return new Standing(Map.of(), Set.of(), OfficialDays.none(statDate));
    }

    /** What one holds and the other does not, in either direction. */
    Set<String> differencesFrom(Standing other) {
        var codes = new TreeSet<String>(since.keySet());
        codes.addAll(other.since.keySet());
        return codes.stream()
                .filter(code -> since.containsKey(code) != other.since.containsKey(code))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
