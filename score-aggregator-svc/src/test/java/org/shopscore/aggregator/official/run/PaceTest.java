package org.shopscore.aggregator.official.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    @Test
    void workAndRestTogetherAreWorkForItsPartOfTheTime() {
        assertThat(new Pace(25).rest(Duration.ofMillis(400))).isEqualTo(Duration.ofMillis(1200));
        assertThat(new Pace(80).rest(Duration.ofMillis(200))).isEqualTo(Duration.ofMillis(50));
        assertThat(new Pace(100).rest(Duration.ofSeconds(1))).isZero();
    }

    @Test
    void aRestIsShorterThanTheDatabaseBearsATransactionThatStandsStill() {
        assertThat(new Pace(10).rest(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void onePartitionAtATimeIsWorkedOnWhereTheRunHasToRest() {
        assertThat(new Pace(99).lanesAtOnce()).isEqualTo(1);
        assertThat(new Pace(100).lanesAtOnce()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 101})
    void aPartOfTheTimeThatIsNoneIsRefused(int busyPercent) {
        assertThatThrownBy(() -> new Pace(busyPercent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was " + busyPercent);
    }
}
