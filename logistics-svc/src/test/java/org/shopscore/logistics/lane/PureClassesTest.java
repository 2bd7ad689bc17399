package org.shopscore.logistics.lane;

import org.junit.jupiter.api.Test;
import org.shopscore.logistics.region.Region;
import org.shopscore.platform.emitter.PureClasses;

class PureClassesTest {

    @Test
    void theChoiceOfALanesStandardKnowsTheLanguageAlone() {
        PureClasses.check(
                Lane.class, LaneStandard.class, LaneTable.class, Price.class, Region.class, ServiceLevel.class);
    }
}
