package org.shopscore.aggregator.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeTest {

    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");
    private static final Switch FIRST = new Switch("first", "p/1", LocalDate.of(2026, 1, 1), Instant.EPOCH);
    private static final Switch SECOND =
            new Switch("second", "p/2", LocalDate.of(2026, 12, 1), Instant.parse("2026-11-30T16:00:00Z"));
    private static final Plan PLAN = new Plan(List.of(FIRST, SECOND));

    @ParameterizedTest
    @CsvSource({
        "p/1, '', false, 2026-11-28T04:00:00Z, ACTIVE",
        "p/1, '', false, 2026-11-30T16:00:00Z, RETIRED",
        "p/2, d, false, 2026-11-30T15:59:59.999999Z, SCHEDULED",
        "p/2, d, false, 2026-11-30T16:00:00Z, ACTIVE",
        "p/3, '', false, 2026-11-28T04:00:00Z, DRAFT",
        "p/3, d, false, 2026-11-28T04:00:00Z, DRY_RUN",
        "p/3, d, true, 2026-11-28T04:00:00Z, WITHDRAWN"
    })
    void theStateFollowsFromWhatIsKeptAndTheTime(
            String policy, String dryRun, boolean isWithdrawn, Instant now, String state) {
        assertThat(Life.of(policy, Optional.of(dryRun).filter(id -> !id.isEmpty()), isWithdrawn, PLAN, now)
                        .name())
                .isEqualTo(state);
    }

    @Test
    void aPolicyThatIsPlannedAgainIsScheduledUntilThen() {
        var back = new Switch("back", "p/1", LocalDate.of(2026, 12, 9), Instant.parse("2026-12-08T16:00:00Z"));
        var plan = new Plan(List.of(FIRST, SECOND, back));

        assertThat(Life.of("p/1", Optional.empty(), false, plan, SECOND.visibleFrom()))
                .isEqualTo(new Life.Scheduled(back));
        assertThat(Life.of("p/1", Optional.empty(), false, plan, back.visibleFrom()))
                .isEqualTo(new Life.Active(back));
        assertThat(Life.of("p/2", Optional.of("d"), false, plan, back.visibleFrom()))
                .isEqualTo(new Life.Retired(SECOND));
    }

    /** Each is a kind of its own: a move that a state does not have does not compile. */
    @Test
    void onlyWhatWasTriedOrInForceCanBeScheduledAndOnlyWhatIsIdleCanBeWithdrawn() {
        assertThat(whatIs(Life.Tried.class)).containsExactlyInAnyOrder(Life.DryRun.class, Life.Retired.class);
        assertThat(whatIs(Life.Idle.class))
                .containsExactlyInAnyOrder(Life.Draft.class, Life.DryRun.class, Life.Retired.class);
    }

    private static List<Class<?>> whatIs(Class<?> kind) {
        return List.copyOf(Arrays.stream(Life.class.getDeclaredClasses())
                .filter(kind::isAssignableFrom)
                .filter(Class::isRecord)
                .toList());
    }

    @ParameterizedTest
    @CsvSource({"2025-06-01, p/1", "2026-01-01, p/1", "2026-11-30, p/1", "2026-12-01, p/2", "2030-01-01, p/2"})
    void aStatDateIsScoredByThePolicyOfItsDateAndOneBeforeAllByTheEarliest(LocalDate statDate, String policy) {
        assertThat(PLAN.of(statDate).policy()).isEqualTo(policy);
    }

    @Test
    void aSwitchThatIsNotLaterThanTheOneBeforeInBothIsNotTaken() {
        assertThat(PLAN.takes(new Switch("x", "p/3", SECOND.effectiveFrom(), SECOND.visibleFrom())))
                .isFalse();
        assertThat(PLAN.takes(new Switch(
                        "x",
                        "p/3",
                        SECOND.effectiveFrom().minusDays(1),
                        SECOND.visibleFrom().plusSeconds(1))))
                .isFalse();
        assertThat(PLAN.takes(new Switch(
                        "x", "p/3", SECOND.effectiveFrom(), SECOND.visibleFrom().plusSeconds(1))))
                .isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(List.of(SECOND, FIRST)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(List.of()));
        assertThat(PLAN.at(NOW)).isEqualTo(FIRST);
        assertThat(PLAN.from(NOW)).containsExactly(FIRST, SECOND);
    }
}
