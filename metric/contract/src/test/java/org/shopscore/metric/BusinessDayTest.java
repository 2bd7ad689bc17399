package org.shopscore.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDayTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T15:59:59.999999999Z, 2026-03-01",
        "2026-03-01T16:00:00Z, 2026-03-02",
        "2026-02-28T16:00:00Z, 2026-03-01"
    })
    void aDayBeginsAtMidnightInShanghai(Instant instant, LocalDate day) {
        assertThat(BusinessDay.of(instant)).isEqualTo(day);
    }

    @Test
    void theEndOfADayIsItsLastMicrosecond() {
        var day = LocalDate.of(2026, 3, 1);

        assertThat(BusinessDay.of(BusinessDay.end(day))).isEqualTo(day);
        assertThat(BusinessDay.of(BusinessDay.end(day).plusNanos(1_000))).isEqualTo(day.plusDays(1));
    }
}
