package org.shopscore.aggregator.policy.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.policy.version.Said;

class SwitchBodyTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:00:00.123456789Z, 2026-03-01T00:00:00.123456Z",
        "2026-03-01T00:00:00.999999999Z, 2026-03-01T00:00:00.999999Z",
        "2026-03-01T00:00:00.000000001Z, 2026-03-01T00:00:00Z",
        "2026-03-01T00:00:00.123456Z, 2026-03-01T00:00:00.123456Z",
        "+1000000000-12-31T23:59:59.999999999Z, +1000000000-12-31T23:59:59.999999Z",
        "-1000000000-01-01T00:00:00Z, -1000000000-01-01T00:00:00Z"
    })
    void anInstantIsMeantToTheMicrosecondThatTheDatabaseKeeps(Instant given, Instant meant) {
        assertThat(asked(Optional.of(given)).visibleFrom()).contains(meant);
    }

    @Test
    void withoutAnInstantNoneIsMeant() {
        assertThat(asked(Optional.empty()).visibleFrom()).isEmpty();
    }

    private static SwitchBody asked(Optional<Instant> visibleFrom) {
        return new SwitchBody("p/1", LocalDate.of(2026, 3, 1), visibleFrom, new Said("operator-17", "更公平"));
    }
}
