package org.shopscore.customerservice.session;

import org.junit.jupiter.api.Test;
import org.shopscore.platform.emitter.PureClasses;

class PureClassesTest {

    @Test
    void theRulesOfASessionKnowTheLanguageAndTheContractAlone() {
        PureClasses.check(
                Message.class,
                Session.class,
                SessionKey.class,
                Turn.class,
                TurnEvents.class,
                TurnMeasures.class,
                Turns.class);
    }
}
