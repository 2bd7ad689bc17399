package org.shopscore.logistics.shipment;

import org.junit.jupiter.api.Test;
import org.shopscore.logistics.order.Parcels;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.logistics.waybill.Waybill;
import org.shopscore.platform.emitter.PureClasses;

class PureClassesTest {

    @Test
    void theStatesAndMeasuresOfAShipmentKnowTheLanguageAndTheContractAlone() {
        PureClasses.check(
                Chain.class,
                Chains.class,
                Consignment.class,
                Incident.class,
                Milestones.class,
                Parcel.class,
                Parcels.class,
                Region.class,
                Scan.class,
                ScanStatus.class,
                Shipment.class,
                ShipmentId.class,
                ShipmentMeasures.class,
                ShipmentState.class,
                Trail.class,
                Waybill.class);
    }
}
