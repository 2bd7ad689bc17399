package org.shopscore.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AmountRangeTest {

    @Test
    void starsOfRatedOrdersAreOneToFive() {
        assertThat(AmountRange.of(Measures.REVIEW_STARS, Measures.REVIEW_ORDERS_RATED))
                .contains(new AmountRange(1, 5));
    }

    @Test
    void aSignedOrderMayHaveNoStarsAtAll() {
        assertThat(AmountRange.of(Measures.REVIEW_STARS, Measures.ORDER_SIGNED)).isEmpty();
    }

    @Test
    void nobodySaysHowLongAPickupMayTake() {
        assertThat(AmountRange.of(Measures.PICKUP_SECONDS, Measures.PICKUP_DONE))
                .isEmpty();
    }

    @Test
    void aRangeWithNothingInItIsRefused() {
        assertThatThrownBy(() -> new AmountRange(5, 5)).hasMessage("least must be below most 5, was 5");
    }
}
