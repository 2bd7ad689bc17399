package org.shopscore.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstantsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");

    @Test
    void anInstantIsKeptInWholeMicroseconds() {
        assertThat(Instants.past("at", Instant.parse("2026-03-01T03:59:59.123456789Z"), NOW))
                .isEqualTo(Instant.parse("2026-03-01T03:59:59.123456Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T04:05:00.000001Z, time-in-future",
        "+999999999-01-01T00:00:00Z,  time-in-future",
        "2023-02-25T03:59:59.999999Z, time-too-old",
        "-0001-01-01T00:00:00Z,       time-too-old"
    })
    void whatCannotHaveHappenedIsRefused(Instant given, String code) {
        var refused = catchThrowableOfType(Refused.class, () -> Instants.past("at", given, NOW));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01T04:05:00Z", "2023-02-25T04:00:00Z"})
    void theLimitsThemselvesAreTaken(Instant given) {
        assertThat(Instants.past("at", given, NOW)).isEqualTo(given);
    }

    @Test
    void aDueTimeMayLieAheadButNotBeyondAllPlans() {
        Instant ahead = Instant.parse("2026-03-08T04:00:00Z");
        assertThat(Instants.due("dueAt", ahead, NOW)).isEqualTo(ahead);
        assertThat(catchThrowableOfType(Refused.class, () -> Instants.due("dueAt", ahead.plusSeconds(100_000_000), NOW))
                        .code())
                .isEqualTo("time-too-far");
    }

    @Test
    void aDueDayLastsUntilItsLastInstantInShanghai() {
        assertThat(Instants.dueDay("day", LocalDate.parse("2026-03-08"), NOW))
                .isEqualTo(Instant.parse("2026-03-08T15:59:59.999999Z"));
    }

    @ParameterizedTest
    @CsvSource({"+999999999-12-31, time-too-far", "-999999999-01-01, time-too-old"})
    void aDayBeyondAllPlansIsRefused(LocalDate given, String code) {
        assertThat(catchThrowableOfType(Refused.class, () -> Instants.dueDay("day", given, NOW))
                        .code())
                .isEqualTo(code);
    }
}
