package org.shopscore.aftersales.review;

import org.junit.jupiter.api.Test;
import org.shopscore.platform.emitter.PureClasses;

class PureClassesTest {

    @Test
    void theRulesOfAReviewKnowTheLanguageAndTheContractAlone() {
        PureClasses.check(OrderKey.class, RatedOrder.class, Review.class, ReviewEvent.class, ReviewMeasures.class);
    }
}
