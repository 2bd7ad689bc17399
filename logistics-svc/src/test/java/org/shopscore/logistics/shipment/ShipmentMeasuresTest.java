package org.shopscore.logistics.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shopscore.logistics.shipment.Scanned.scans;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.Measures;
import org.shopscore.metric.MetricEvent;

class ShipmentMeasuresTest {

    private static final LocalDate DAY = BusinessDay.of(Scanned.START);

    private static Contribution gaps(LocalDate day, long gaps, long seconds) {
        return Contribution.none()
                .plus(BusinessDay.start(day), Measures.TRACKING_GAPS, gaps)
                .plus(BusinessDay.start(day), Measures.TRACKING_GAP_SECONDS, seconds);
    }

    @Test
    void eachPairOfScansIsAGapOnTheDayOfTheLater() {
        // The first is scanned at 10:00, so that 14 h later the next day begins.
        assertThat(ShipmentMeasures.of(scans("PICKED_UP 0, IN_TRANSIT 13, ARRIVED_LOCAL 14, DELIVERED 20")))
                .isEqualTo(gaps(DAY, 1, 13 * 3600).plus(gaps(DAY.plusDays(1), 2, 7 * 3600)));
    }

    @Test
    void oneScanAloneIsNoGap() {
        assertThat(ShipmentMeasures.of(scans("PICKED_UP 0")).isEmpty()).isTrue();
        assertThat(ShipmentMeasures.of(scans("")).isEmpty()).isTrue();
    }

    @Test
    void oneScanToldByTwoProvidersInDifferentWordsIsOne() {
        assertThat(ShipmentMeasures.of(scans("PICKED_UP 0, IN_TRANSIT 5, EXCEPTION 5, IN_TRANSIT 7")))
                .isEqualTo(gaps(DAY, 2, 7 * 3600));
    }

    @Test
    void newsThatNobodyScannedIsNotCounted() {
        assertThat(ShipmentMeasures.of(
                        scans("INFO_RECEIVED 0, PENDING 1, PICKED_UP 2, EXPIRED 5, LOST 6, CANCELLED 7")))
                .isEqualTo(Contribution.none());
    }

    @Test
    void theWayEndsWithTheSignature() {
        assertThat(ShipmentMeasures.of(scans("OUT_FOR_DELIVERY 0, DELIVERED 3, RETURNING 8, RETURNED 13")))
                .isEqualTo(gaps(DAY, 1, 3 * 3600));
    }

    @Test
    void aWayOfManyDaysIsAnnouncedInAsManyEventsAsItNeeds() {
        var daily =
                IntStream.range(0, 60).mapToObj(day -> "IN_TRANSIT " + day * 24).collect(Collectors.joining(","));
        var change = ShipmentChange.declared(
                new ShipmentId("shop", "p-1"), Scanned.CONSIGNMENT, scans(daily), Scanned.hours(60 * 24));
        var events = change.events().toList();
        assertThat(events).hasSize(4).allMatch(event -> event.ref().equals("shipment/p-1"));
        assertThat(events.stream()
                        .map(MetricEvent::changes)
                        .map(Contribution::of)
                        .reduce(Contribution.none(), Contribution::plus))
                .isEqualTo(ShipmentMeasures.of(scans(daily)));
    }
}
