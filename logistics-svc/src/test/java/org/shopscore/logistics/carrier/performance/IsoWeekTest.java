package org.shopscore.logistics.carrier.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoWeekTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T15:59:59.999999Z, 2026-W09",
        "2026-03-01T16:00:00Z,        2026-W10",
        "2026-03-08T15:59:59Z,        2026-W10",
        "2025-12-28T16:00:00Z,        2026-W01",
        "2027-01-03T15:00:00Z,        2026-W53",
        "2027-01-03T16:00:00Z,        2027-W01"
    })
    void aWeekBeginsOnMondayInShanghaiAndBelongsToTheYearOfItsThursday(Instant at, String week) {
        assertThat(IsoWeek.of(at)).hasToString(week);
        assertThat(IsoWeek.parse(week)).contains(IsoWeek.of(at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-10", "2026-W54", "2026-W00", "2026-W1", "2025-W53", "w", "2026-W10-1"})
    void whatIsNoWeekIsNotRead(String text) {
        assertThat(IsoWeek.parse(text)).isEmpty();
    }
}
