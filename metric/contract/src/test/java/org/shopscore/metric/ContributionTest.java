package org.shopscore.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContributionTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T04:00:00Z");

    @Test
    void whatIsTheSameBeforeAndAfterIsNoDifference() {
        var one = Contribution.none().plus(MARCH, Measures.ORDER_SIGNED, 1);

        assertThat(one.minus(one).isEmpty()).isTrue();
        assertThat(one.minus(one).changes()).isEmpty();
    }

    @Test
    void aMovedAnchorTakesBackOnTheOldDayAndAddsOnTheNew() {
        var before = Contribution.none().plus(MARCH, Measures.ORDER_SIGNED, 1);
        var now = Contribution.none().plus(MARCH.minusSeconds(90_000), Measures.ORDER_SIGNED, 1);

        assertThat(now.minus(before).changes())
                .extracting(change -> change.measures().get(Measures.ORDER_SIGNED))
                .containsExactly(1L, -1L);
    }

    @Test
    void theDifferenceAddedToWhatWasGivesWhatIs() {
        var random = new Random(11);
        for (int i = 0; i < 1_000; i++) {
            var before = any(random);
            var now = any(random);

            assertThat(before.plus(now.minus(before))).isEqualTo(now);
        }
    }

    @Test
    void anAmountIsThatOfTheInstantAndTheMeasureAlone() {
        var one = Contribution.none().plus(MARCH, Measures.PICKUP_SECONDS, 90);

        assertThat(one.amount(MARCH, Measures.PICKUP_SECONDS)).isEqualTo(90);
        assertThat(one.amount(MARCH, Measures.PICKUP_DONE)).isZero();
        assertThat(one.amount(MARCH.plusSeconds(1), Measures.PICKUP_SECONDS)).isZero();
    }

    private static Contribution any(Random random) {
        var sum = Contribution.none();
        for (int i = random.nextInt(6); i > 0; i--) {
            sum = sum.plus(MARCH.plusSeconds(random.nextInt(3)), "m.n" + random.nextInt(3), random.nextInt(5) - 2);
        }
        return sum;
    }
}
