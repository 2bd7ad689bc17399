package org.shopscore.logistics.incident.rule;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;

/**
 * A parcel's way from the carrier's pickup to the buyer, a station or its way back, as its scans tell it.
 *
 * @param scans all that are known, in any order
 */
record Journey(List<Scan> scans) {

    private static final Set<ScanStatus> ENDS = EnumSet.of(
            ScanStatus.READY_FOR_PICKUP,
            ScanStatus.DELIVERED,
            ScanStatus.RETURNING,
            ScanStatus.RETURNED,
            ScanStatus.LOST,
            ScanStatus.CANCELLED);

    Optional<Instant> pickedUpAt() {
        return scans.stream()
                .filter(scan -> scan.status().provesCustody())
                .map(Scan::at)
                .min(Instant::compareTo);
    }

    Optional<Instant> endedAt() {
        return pickedUpAt()
                .flatMap(start -> scans.stream()
                        .filter(scan -> ENDS.contains(scan.status()))
                        .map(Scan::at)
                        .filter(at -> !at.isBefore(start))
                        .min(Instant::compareTo));
    }

    /** When somebody saw it, from the pickup to the end of the way, ascending. */
    List<Instant> seenAt() {
        Instant end = endedAt().orElse(Instant.MAX);
        return pickedUpAt().stream()
                .flatMap(start -> Stream.concat(Stream.of(start), seen().filter(at -> at.isAfter(start))))
                .filter(at -> !at.isAfter(end))
                .sorted()
                .distinct()
                .toList();
    }

    /** Whether it has been under way and has not arrived yet, as far as is known. */
    boolean isUnderWay() {
        return pickedUpAt().isPresent() && endedAt().isEmpty();
    }

    private Stream<Instant> seen() {
        return scans.stream()
                .filter(scan -> scan.status().isScanned() || ENDS.contains(scan.status()))
                .map(Scan::at);
    }
}
