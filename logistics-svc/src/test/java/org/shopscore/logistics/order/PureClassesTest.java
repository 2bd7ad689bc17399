package org.shopscore.logistics.order;

import org.junit.jupiter.api.Test;
import org.shopscore.platform.emitter.PureClasses;

class PureClassesTest {

    @Test
    void theStatesAndMeasuresOfAnOrderKnowTheLanguageAndTheContractAlone() {
        PureClasses.check(
                Account.class,
                Earliest.class,
                Fact.class,
                Flag.class,
                Limit.class,
                Order.class,
                OrderMeasures.class,
                PickupClock.class,
                State.class,
                Terms.class);
    }
}
