package org.shopscore.logistics.carrier.choice;

import org.junit.jupiter.api.Test;
import org.shopscore.logistics.carrier.Carrier;
import org.shopscore.logistics.lane.Price;
import org.shopscore.logistics.lane.ServiceLevel;
import org.shopscore.logistics.region.Region;
import org.shopscore.platform.emitter.PureClasses;

class PureClassesTest {

    @Test
    void theRankingOfCarriersKnowsTheLanguageAlone() {
        PureClasses.check(
                Candidate.class,
                Carrier.class,
                Criterion.class,
                Preference.class,
                Price.class,
                Ranking.class,
                Region.class,
                ServiceLevel.class,
                Standing.class,
                Wish.class);
    }
}
