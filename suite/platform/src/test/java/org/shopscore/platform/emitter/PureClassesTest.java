package org.shopscore.platform.emitter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.shopscore.metric.Contribution;

class PureClassesTest {

    /** Knows the contract, and a class of its own kind. */
    private record Quiet(Contribution contribution, Quieter next) {}

    private record Quieter(String word) {}

    @Test
    void aPureClassMayKnowTheLanguageTheContractAndItsOwnKind() {
        PureClasses.check(Quiet.class, Quieter.class);
    }

    @Test
    void aPureClassThatReachesForALoggerIsNamed() {
        assertThatThrownBy(() -> PureClasses.check(TalkativeRule.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("TalkativeRule")
                .hasMessageContaining("org.slf4j.Logger");
    }

    @Test
    void aPureClassThatKnowsOneThatIsNotDeclaredPureIsNamed() {
        assertThatThrownBy(() -> PureClasses.check(Quiet.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Quieter");
    }
}
