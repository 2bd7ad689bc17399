package org.shopscore.aggregator.score.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock of the official score, in Asia/Shanghai: 06:00 there is 22:00 of the day before in UTC. */
class StatDayTest {

    @Test
    void theInputsOfADayAreFrozenAtSixAndPublishedByHalfPastTen() {
        LocalDate day = LocalDate.of(2026, 11, 10);
        assertThat(StatDay.cutoff(day)).isEqualTo(Instant.parse("2026-11-10T22:00:00Z"));
        assertThat(StatDay.deadline(day)).isEqualTo(Instant.parse("2026-11-11T02:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-10T21:59:59.999Z, 2026-11-09",
        "2026-11-10T22:00:00Z, 2026-11-10",
        "2026-11-11T15:59:59Z, 2026-11-10",
        "2026-11-11T21:59:59Z, 2026-11-10"
    })
    void aDayIsTheNewestFromItsCutoffToTheNextOne(Instant at, LocalDate newest) {
        assertThat(StatDay.newest(at)).isEqualTo(newest);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // A fact of the 10th that the log took in time, and one that it took a second too late.
                "2026-11-10, 2026-11-10T10:00:00Z, 2026-11-10T21:59:59Z, -, -",
                "2026-11-10, 2026-11-10T10:00:00Z, 2026-11-10T22:00:00Z, 2026-11-10, 2026-11-10",
                // It comes a week late: every day since is corrected.
                "2026-11-10, 2026-11-10T10:00:00Z, 2026-11-17T10:00:00Z, 2026-11-10, 2026-11-16",
                // A new fact that merely counts for an old day corrects nothing.
                "2026-11-03, 2026-11-11T10:00:00Z, 2026-11-11T10:00:01Z, -, -",
                // Something that happened between the end of the day and the cut-off, told after it.
                "2026-11-03, 2026-11-10T21:00:00Z, 2026-11-10T23:00:00Z, 2026-11-10, 2026-11-10",
                // What counted from its own day on is taken back.
                "2026-11-03, 2026-11-02T16:00:00Z, 2026-11-11T10:00:01Z, 2026-11-03, 2026-11-10",
                // What happened five days after the day it counted for.
                "2026-11-03, 2026-11-08T10:00:00Z, 2026-11-11T10:00:01Z, 2026-11-08, 2026-11-10",
                // It happened after the last cut-off: no score holds it.
                "2026-11-03, 2026-11-10T22:00:00Z, 2026-11-11T10:00:01Z, -, -",
                // Of a day that has left all windows but those of old scores.
                "2026-10-01, 2026-09-30T16:00:00Z, 2026-11-11T10:00:01Z, 2026-10-01, 2026-10-30",
                // For a day whose cut-off has not come there is nothing to correct.
                "2026-11-11, 2026-11-10T16:00:00Z, 2026-11-11T10:00:01Z, -, -"
            })
    void aFactCorrectsTheDaysItCountsForAndCameTooLateFor(
            LocalDate day, Instant happened, Instant known, LocalDate first, LocalDate last) {
        assertThat(StatDay.corrected(day, happened, StatDay.newest(known), 0))
                .isEqualTo(Optional.ofNullable(first).map(from -> new StatDay.Range(from, last)));
    }

    /** Of a day that has left all windows but those of what takes a week to mature. */
    @ParameterizedTest
    @CsvSource({"0, 2026-10-30", "7, 2026-11-06", "60, 2026-11-10"})
    void whatTakesDaysToMatureCorrectsAsManyDaysMore(int longest, LocalDate last) {
        LocalDate day = LocalDate.of(2026, 10, 1);

        assertThat(StatDay.corrected(day, Instant.parse("2026-09-30T16:00:00Z"), LocalDate.of(2026, 11, 10), longest))
                .contains(new StatDay.Range(day, last));
    }
}
