package org.shopscore.logistics.carrier.tally;

import org.junit.jupiter.api.Test;
import org.shopscore.logistics.carrier.performance.Distribution;
import org.shopscore.logistics.carrier.performance.Figure;
import org.shopscore.logistics.carrier.performance.IsoWeek;
import org.shopscore.logistics.carrier.performance.Leg;
import org.shopscore.logistics.carrier.performance.Stage;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.platform.emitter.PureClasses;

class PureClassesTest {

    @Test
    void whatAParcelAddsToItsCarriersWeeksKnowsTheLanguageAndTheContractAlone() {
        PureClasses.check(
                CarriedParcel.class,
                Distribution.class,
                Entry.class,
                EntryText.class,
                Figure.class,
                IsoWeek.class,
                Journey.class,
                Leg.class,
                Opinion.class,
                ParcelTally.class,
                Promise.class,
                ScanStatus.class,
                Stage.class);
    }
}
