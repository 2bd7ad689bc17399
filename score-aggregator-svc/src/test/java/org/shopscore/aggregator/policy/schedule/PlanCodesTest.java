package org.shopscore.aggregator.policy.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shopscore.problem.Refused;

class PlanCodesTest {

    @Test
    void thePoliciesOfThePlanNameThirtyTwoEntitlementsTogetherAndNotOneMore() {
        var planned = new PlanCodes(codes(0, 20), codes(0, 7));

        assertThatCode(() -> planned.requireRoomFor(new PlanCodes(codes(10, 32), codes(0, 7))))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> planned.requireRoomFor(new PlanCodes(codes(10, 33), codes(0, 7))))
                .withMessageContaining("33 different entitlements")
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("too-many-codes"));
    }

    @Test
    void thePoliciesOfThePlanName255LevelsTogetherAndNotOneMore() {
        var planned = new PlanCodes(Set.of(), codes(0, 230));

        assertThatCode(() -> planned.requireRoomFor(new PlanCodes(Set.of(), codes(220, 255))))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> planned.requireRoomFor(new PlanCodes(Set.of(), codes(220, 256))))
                .withMessageContaining("256 different levels");
    }

    /** A plan from before there was a limit can be led back. */
    @Test
    void aPolicyThatNamesNothingNewIsTakenHoweverManyThereAre() {
        var planned = new PlanCodes(codes(0, 40), codes(0, 7));

        assertThatCode(() -> planned.requireRoomFor(new PlanCodes(codes(0, 32), codes(0, 7))))
                .doesNotThrowAnyException();
    }

    private static Set<String> codes(int from, int to) {
        return IntStream.range(from, to).mapToObj(code -> "code-" + code).collect(Collectors.toSet());
    }
}
