package org.shopscore.logistics.incident;

import org.junit.jupiter.api.Test;
import org.shopscore.platform.emitter.PureClasses;

class PureClassesTest {

    @Test
    void theStatesAndMeasuresOfAnIncidentKnowTheLanguageAndTheContractAlone() {
        PureClasses.check(
                Fault.class,
                Handling.class,
                IncidentMeasures.class,
                IncidentState.class,
                IncidentType.class,
                Move.class,
                Occasion.class,
                Occurrence.class,
                Remedies.class,
                Remedy.class,
                ShipmentIncident.class,
                Step.class);
    }
}
