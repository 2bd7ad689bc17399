package org.shopscore.aggregator.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
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
     * @param maturing of measures that count only days later: absent where the policy has none
     * @param quiet    the score if nothing new comes
     * @param expected the score if each day brings what the same weekday brought on the last such day that is over
     */
    @Schema(name = "RollOffDay")
    record Day(
            LocalDate day,
            Map<String, Long> leaving,

            @Schema(nullable = true) @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<Maturing> maturing,

            Brief quiet,
            Brief expected) {

        static Day of(RollOff.Day day) {
            return new Day(
                    day.day(),
                    new TreeMap<>(day.leaving()),
                    day.maturing().stream().map(Maturing::of).toList(),
                    Brief.of(day.quiet()),
                    Brief.of(day.expected()));
        }
    }

    /**
     * What moves because it takes days to mature.
     *
     * @param maturityDays how many
     * @param entering     amounts that begin to count on the day, of so many days before
     * @param leaving      amounts that cease to count on the day
     */
    @Schema(name = "RollOffMaturing")
    record Maturing(int maturityDays, Map<String, Long> entering, Map<String, Long> leaving) {

        static Maturing of(RollOff.Maturing maturing) {
            return new Maturing(maturing.maturityDays(), maturing.entering(), maturing.leaving());
        }
    }
}
