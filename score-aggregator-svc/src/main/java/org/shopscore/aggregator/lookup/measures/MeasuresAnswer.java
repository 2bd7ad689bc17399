package org.shopscore.aggregator.lookup.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was counted for a shop, day by day; a day without an amount is left out. */
record MeasuresAnswer(String shopId, List<DayMeasures> days) {

    record DayMeasures(LocalDate day, SortedMap<String, Long> measures) {}

    static MeasuresAnswer of(String shopId, SortedMap<LocalDate, Map<String, Long>> days) {
        return new MeasuresAnswer(
                shopId,
                days.entrySet().stream()
                        .map(day -> new DayMeasures(day.getKey(), new TreeMap<>(day.getValue())))
                        .toList());
    }
}
