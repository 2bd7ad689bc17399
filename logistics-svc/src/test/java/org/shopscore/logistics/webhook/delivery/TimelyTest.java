package org.shopscore.logistics.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.logistics.scan.TrackingUpdate;

class TimelyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");

    private static Timely timely(Duration... fromNow) {
        var scans = Arrays.stream(fromNow)
                .map(away ->
                        new Scan(NOW.plus(away), ScanStatus.IN_TRANSIT, Optional.empty(), "2", "", Optional.empty()))
                .toList();
        return Timely.of(List.of(new TrackingUpdate("yto", "YT0000000001", "kdniao", scans)), NOW);
    }

    private static int taken(Timely timely) {
        return timely.updates().getFirst().scans().size();
    }

    @Test
    void whatIsNeitherTooOldNorAheadIsTakenNow() {
        var timely = timely(Duration.ofDays(-1_100), Duration.ZERO, Duration.ofMinutes(5));
        assertThat(taken(timely)).isEqualTo(3);
        assertThat(timely.outside()).isZero();
        assertThat(timely.again()).isEmpty();
    }

    @Test
    void aScanOfACarrierWhoseClockGoesAheadIsTakenWhenItsTimeHasCome() {
        var timely = timely(Duration.ofHours(-1), Duration.ofMinutes(6), Duration.ofMinutes(20));
        assertThat(taken(timely)).isOne();
        assertThat(timely.outside()).isZero();
        assertThat(timely.again()).contains(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void whatNoEventCouldBearIsLeftOut() {
        var timely = timely(
                Duration.ofDays(-1_100).minusSeconds(1), Duration.ofDays(1).plusSeconds(1), Duration.ZERO);
        assertThat(taken(timely)).isOne();
        assertThat(timely.outside()).isEqualTo(2);
        assertThat(timely.again()).isEmpty();
    }
}
