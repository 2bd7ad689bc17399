package org.shopscore.logistics.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shopscore.logistics.shipment.Scanned.hours;
import static org.shopscore.logistics.shipment.Scanned.scans;
import static org.shopscore.logistics.shipment.Scanned.shipment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;

class TrailTest {

    private static final long SEED = 20260301;
    private static final List<ScanStatus> ANY = List.of(ScanStatus.values());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                           | ANNOUNCED
            PENDING 1, INFO_RECEIVED 2, UNKNOWN 3, EXCEPTION 4          | ANNOUNCED
            PICKED_UP 1                                                 | PICKED_UP
            PICKED_UP 1, EXCEPTION 2, UNKNOWN 3, EXPIRED 900            | PICKED_UP
            IN_TRANSIT 2, PICKED_UP 5                                   | IN_TRANSIT
            PICKED_UP 1, CUSTOMS 2                                      | IN_TRANSIT
            PICKED_UP 1, ARRIVED_LOCAL 9                                | IN_TRANSIT
            OUT_FOR_DELIVERY 30                                         | OUT_FOR_DELIVERY
            OUT_FOR_DELIVERY 30, DELIVERY_ATTEMPT_FAILED 33             | IN_TRANSIT
            OUT_FOR_DELIVERY 30, DELIVERY_ATTEMPT_FAILED 33, OUT_FOR_DELIVERY 50 | OUT_FOR_DELIVERY
            OUT_FOR_DELIVERY 30, READY_FOR_PICKUP 31                    | READY_FOR_PICKUP
            READY_FOR_PICKUP 31, DELIVERED 40                           | SIGNED
            DELIVERED 40, OUT_FOR_DELIVERY 41, LOST 50                  | SIGNED
            OUT_FOR_DELIVERY 30, RETURNING 40, IN_TRANSIT 45            | RETURNING
            RETURNING 40, RETURNED 60                                   | RETURNED
            DELIVERED 40, RETURNING 50                                  | RETURNING
            DELIVERED 40, RETURNING 50, RETURNED 60                     | RETURNED
            RETURNING 20, DELIVERED 40                                  | SIGNED
            RETURNED 20, DELIVERED 40                                   | SIGNED
            IN_TRANSIT 5, LOST 90                                       | LOST
            LOST 90                                                     | LOST
            IN_TRANSIT 5, LOST 90, ARRIVED_LOCAL 95                     | IN_TRANSIT
            IN_TRANSIT 5, LOST 90, ARRIVED_LOCAL 95, LOST 99            | LOST
            RETURNING 40, LOST 90                                       | LOST
            RETURNED 60, LOST 90                                        | RETURNED
            CANCELLED 3                                                 | CANCELLED
            CANCELLED 3, PICKED_UP 5                                    | PICKED_UP
            """)
    void theSetOfScansMakesTheState(String told, ShipmentState state) {
        assertThat(shipment(scans(told == null ? "" : told)).state()).isEqualTo(state);
    }

    @Test
    void anyOrderAndRepetitionOfTheScansEndsInTheSameShipmentAndMeasures() {
        var random = new Random(SEED);
        for (int run = 0; run < 20_000; run++) {
            var scans = new ArrayList<Scan>();
            for (int i = random.nextInt(9); i >= 0; i--) {
                var status = ANY.get(random.nextInt(ANY.size()));
                scans.add(Scanned.scan(status, random.nextInt(12)));
            }
            var again = new ArrayList<>(scans);
            again.addAll(scans.subList(0, random.nextInt(scans.size() + 1)));
            Collections.shuffle(again, random);
            assertThat(shipment(again)).as("run %d: %s", run, scans).isEqualTo(shipment(scans));
            assertThat(ShipmentMeasures.of(again)).as("run %d: %s", run, scans).isEqualTo(ShipmentMeasures.of(scans));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ScanStatus.class,
            names = {"PENDING", "INFO_RECEIVED", "EXCEPTION", "LOST", "EXPIRED", "CANCELLED", "UNKNOWN"})
    void whatAnybodyCanTellWithoutTheParcelProvesNoPickup(ScanStatus status) {
        assertThat(shipment(scans(status + " 1")).milestones().pickedUpAt()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ScanStatus.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PENDING", "INFO_RECEIVED", "EXCEPTION", "LOST", "EXPIRED", "CANCELLED", "UNKNOWN"})
    void theEarliestScanByWhoHasTheParcelIsItsPickup(ScanStatus status) {
        var milestones =
                shipment(scans("IN_TRANSIT 9, " + status + " 5, EXCEPTION 1")).milestones();
        assertThat(milestones.pickedUpAt()).contains(hours(5));
    }

    @Test
    void theEarliestSignatureCountsAndADepositIsNone() {
        var milestones = shipment(scans("READY_FOR_PICKUP 20, DELIVERED 40, DELIVERED 30"))
                .milestones();
        assertThat(milestones.signedAt()).contains(hours(30));
        assertThat(milestones.lastScanAt()).contains(hours(40));
    }

    @Test
    void aParcelTakenBackIsCancelledUnlessTheCarrierHadIt() {
        var back = Optional.of(hours(7));
        var cancelled = new Trail(scans("INFO_RECEIVED 1, CANCELLED 9")).shipment(Scanned.CONSIGNMENT, back);
        assertThat(cancelled).isInstanceOf(Shipment.Cancelled.class);
        assertThat(cancelled.milestones().cancelledAt()).contains(hours(7));
        var gone = new Trail(scans("IN_TRANSIT 9")).shipment(Scanned.CONSIGNMENT, back);
        assertThat(gone).isInstanceOf(Shipment.InTransit.class);
        assertThat(gone.milestones().cancelledAt()).isEmpty();
    }
}
