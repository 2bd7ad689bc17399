package org.shopscore.logistics.care.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.logistics.shipment.Consignment;
import org.shopscore.logistics.shipment.Milestones;
import org.shopscore.logistics.shipment.Shipment;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.logistics.shipment.ShipmentStep;
import org.shopscore.logistics.waybill.Waybill;

class ShipmentStagesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Milestones NONE = new Milestones(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Test
    void aParcelIsShippedWhenTheShopSaysSo() {
        var step = step(new Shipment.PickedUp(consignment(Optional.of(NOON)), NONE), scan(ScanStatus.PICKED_UP, 60));

        assertThat(ShipmentStages.shippedAt(step)).contains(NOON);
    }

    @Test
    void aParcelThatTheShopGivesNoTimeForIsShippedAtItsFirstScan() {
        var step = step(
                new Shipment.InTransit(consignment(Optional.empty()), NONE),
                scan(ScanStatus.PICKED_UP, 60),
                scan(ScanStatus.IN_TRANSIT, 120));

        assertThat(ShipmentStages.shippedAt(step)).contains(NOON.plusSeconds(60));
        assertThat(ShipmentStages.shippedAt(step(new Shipment.Announced(consignment(Optional.empty()), NONE))))
                .isEmpty();
    }

    @Test
    void aCourierSetsOutAtTheFirstOfHisScansHoweverOftenHeTries() {
        var step = step(
                new Shipment.OutForDelivery(consignment(Optional.empty()), NONE),
                scan(ScanStatus.ARRIVED_LOCAL, 60),
                scan(ScanStatus.OUT_FOR_DELIVERY, 120),
                scan(ScanStatus.DELIVERY_ATTEMPT_FAILED, 180),
                scan(ScanStatus.OUT_FOR_DELIVERY, 240));

        assertThat(ShipmentStages.outForDeliveryAt(step)).contains(NOON.plusSeconds(120));
    }

    @Test
    void aCourierWhoBringsAParcelBackIsNotOnHisWayToTheBuyer() {
        var step = step(
                new Shipment.Returning(consignment(Optional.empty()), NONE), scan(ScanStatus.OUT_FOR_DELIVERY, 120));

        assertThat(ShipmentStages.outForDeliveryAt(step)).isEmpty();
    }

    private static ShipmentStep step(Shipment after, Scan... scans) {
        return new ShipmentStep(new ShipmentId("s-1", "p-1"), Optional.empty(), after, Arrays.asList(scans));
    }

    private static Scan scan(ScanStatus status, long seconds) {
        return new Scan(NOON.plusSeconds(seconds), status, Optional.empty(), status.name(), "派送中", Optional.empty());
    }

    private static Consignment consignment(Optional<Instant> shippedAt) {
        return new Consignment(
                new Waybill("yto", "YT1"),
                List.of("o-1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                shippedAt);
    }
}
