package org.shopscore.logistics.order;

import org.junit.jupiter.api.Test;
import org.shopscore.logistics.evidence.Standing;
import org.shopscore.logistics.evidence.Why;
import org.shopscore.logistics.region.Region;
import org.shopscore.platform.emitter.PureClasses;

class PureClassesTest {

    @Test
    void theStatesAndMeasuresOfAnOrderKnowTheLanguageAndTheContractAlone() {
        PureClasses.check(
                Account.class,
                Earliest.class,
                Exclusions.class,
                Fact.class,
                Flag.class,
                Kind.class,
                Limit.class,
                Order.class,
                OrderEvidence.class,
                OrderId.class,
                OrderMeasures.class,
                OrderMove.class,
                Parcels.class,
                PickupClock.class,
                Region.class,
                Reports.class,
                Route.class,
                Standing.class,
                State.class,
                Terms.class,
                Why.class);
    }
}
