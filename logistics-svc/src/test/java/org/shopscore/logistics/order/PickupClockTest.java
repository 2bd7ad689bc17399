package org.shopscore.logistics.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.metric.BusinessDay;

class PickupClockTest {

    private static Instant shanghai(String local) {
        return LocalDateTime.parse(local).atZone(BusinessDay.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T19:30:00,        2026-03-02T14:00:00, 28800",
        "2026-03-02T03:00:00,        2026-03-02T09:00:00, 10800",
        "2026-03-02T17:59:59,        2026-03-02T20:59:59, 10800",
        "2026-03-02T18:00:00,        2026-03-02T20:00:00, 0",
        "2026-03-02T05:59:59.999999, 2026-03-02T06:00:01, 1",
        "2026-03-02T06:00:00,        2026-03-02T06:00:01, 1",
        "2026-03-02T10:00:00,        2026-03-02T09:00:00, 0",
        "2026-03-02T10:00:00,        2026-03-02T10:00:01.999999, 1",
        "2026-12-31T23:59:59,        2027-01-01T06:00:07, 7"
    })
    void theEveningAndTheNightWaitForSixInTheMorning(String paid, String pickedUp, long seconds) {
        assertThat(PickupClock.seconds(shanghai(paid), shanghai(pickedUp))).isEqualTo(seconds);
    }

    @Test
    void theMeanOfTheFourWorkedExamplesIsThreeAndAHalfHours() {
        long sum = PickupClock.seconds(shanghai("2026-03-01T19:30:00"), shanghai("2026-03-02T14:00:00"))
                + PickupClock.seconds(shanghai("2026-03-02T03:00:00"), shanghai("2026-03-02T09:00:00"))
                + PickupClock.seconds(shanghai("2026-03-02T17:59:59"), shanghai("2026-03-02T20:59:59"))
                + PickupClock.seconds(shanghai("2026-03-02T18:00:00"), shanghai("2026-03-02T20:00:00"));
        assertThat(sum).isEqualTo(4 * 12_600);
    }
}
