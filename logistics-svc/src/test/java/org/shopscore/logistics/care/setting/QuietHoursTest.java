package org.shopscore.logistics.care.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T20:59:59.999999, ",
        "2026-03-01T21:00:00, 2026-03-02T08:00:00",
        "2026-03-01T23:59:59.999999, 2026-03-02T08:00:00",
        "2026-03-02T00:00:00, 2026-03-02T08:00:00",
        "2026-03-02T07:59:59.999999, 2026-03-02T08:00:00",
        "2026-03-02T08:00:00, ",
        "2026-12-31T22:30:00, 2027-01-01T08:00:00"
    })
    void hoursOverMidnightEndOnTheMorningAfter(LocalDateTime at, LocalDateTime end) {
        assertThat(hours("21:00", "08:00", SHANGHAI).end(instant(at, SHANGHAI)))
                .isEqualTo(Optional.ofNullable(end).map(local -> instant(local, SHANGHAI)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T11:59:59, ",
        "2026-03-01T12:00:00, 2026-03-01T14:00:00",
        "2026-03-01T13:59:59, 2026-03-01T14:00:00",
        "2026-03-01T14:00:00, ",
        "2026-03-01T23:00:00, "
    })
    void hoursWithinADayEndOnTheSameDay(LocalDateTime at, LocalDateTime end) {
        assertThat(hours("12:00", "14:00", SHANGHAI).end(instant(at, SHANGHAI)))
                .isEqualTo(Optional.ofNullable(end).map(local -> instant(local, SHANGHAI)));
    }

    @Test
    void hoursUntilMidnightEndAtMidnight() {
        assertThat(hours("22:00", "00:00", SHANGHAI).end(instant(LocalDateTime.parse("2026-03-01T23:30:00"), SHANGHAI)))
                .contains(instant(LocalDateTime.parse("2026-03-02T00:00:00"), SHANGHAI));
        assertThat(hours("22:00", "00:00", SHANGHAI).end(instant(LocalDateTime.parse("2026-03-02T00:00:00"), SHANGHAI)))
                .isEmpty();
    }

    @Test
    void theNightInWhichTheClockIsPutForwardEndsByTheClockOnTheWall() {
        var night = hours("21:00", "08:00", BERLIN);

        assertThat(night.end(Instant.parse("2026-03-28T22:00:00Z"))).contains(Instant.parse("2026-03-29T06:00:00Z"));
        assertThat(night.end(Instant.parse("2026-03-27T22:00:00Z"))).contains(Instant.parse("2026-03-28T07:00:00Z"));
    }

    @Test
    void hoursThatEndWhenTheyBeginAreRefused() {
        assertThatThrownBy(() -> hours("08:00", "08:00", SHANGHAI)).hasMessageContaining("08:00");
    }

    private static QuietHours hours(String from, String until, ZoneId zone) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(until), zone);
    }

    private static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }
}
