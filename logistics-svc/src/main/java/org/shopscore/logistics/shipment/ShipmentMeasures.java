package org.shopscore.logistics.shipment;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.Measures;

/**
 * Everything a shipment contributes by its scans (measures.md, /logistics-svc): how long it is silent between two of them, on
 * its way to the buyer. Scans of one instant are one, whoever told them.
 */
final class ShipmentMeasures {

    static Contribution of(Collection<Scan> scans) {
        var sum = Contribution.none();
        Instant earlier = null;
        for (Instant at : instants(scans)) {
            sum = earlier == null ? sum : sum.plus(gap(earlier, at));
            earlier = at;
        }
        return sum;
    }

    /** All gaps of a day in one amount, so that a long way makes few of them. */
    private static Contribution gap(Instant earlier, Instant later) {
        Instant day = BusinessDay.start(BusinessDay.of(later));
        return Contribution.none()
                .plus(day, Measures.TRACKING_GAPS, 1)
                .plus(
                        day,
                        Measures.TRACKING_GAP_SECONDS,
                        Duration.between(earlier, later).toSeconds());
    }

    private static SortedSet<Instant> instants(Collection<Scan> scans) {
        Optional<Instant> signedAt = scans.stream()
                .filter(scan -> scan.status() == ScanStatus.DELIVERED)
                .map(Scan::at)
                .min(Instant::compareTo);
        return scans.stream()
                .filter(scan -> scan.status().isScanned())
                .map(Scan::at)
                .filter(at -> signedAt.filter(at::isAfter).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ShipmentMeasures() {}
}
