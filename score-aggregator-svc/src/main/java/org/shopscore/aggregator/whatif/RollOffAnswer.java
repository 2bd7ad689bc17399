package org.shopscore.aggregator.whatif;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The coming days of a shop's score. */
record RollOffAnswer(String shopId, String policyVersion, Instant asOf, Brief now, List<Day> days) {

    /**
     * @param leaving  amounts that leave the window on the day
     * @param quiet    the score if nothing new comes
     * @param expected the score if each day brings what the same weekday brought on the last such day that is over
     */
    @Schema(name = "RollOffDay")
    record Day(LocalDate day, Map<String, Long> leaving, Brief quiet, Brief expected) {

        static Day of(RollOff.Day day) {
            return new Day(day.day(), new TreeMap<>(day.leaving()), Brief.of(day.quiet()), Brief.of(day.expected()));
        }
    }
}
