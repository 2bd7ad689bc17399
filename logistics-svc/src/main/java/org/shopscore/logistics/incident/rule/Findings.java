package org.shopscore.logistics.incident.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.incident.Occasion;

/** What a journey proves by now, each kind of incident at most once; the same for the same scans, however they came. */
final class Findings {

    private final Journey journey;
    private final Patience patience;
    private final Instant now;

    Findings(Journey journey, Patience patience, Instant now) {
        this.journey = journey;
        this.patience = patience;
        this.now = now;
    }

    List<Finding> all() {
        return Stream.of(
                        ScanRule.findings(journey.scans()).stream(),
                        silentSince().map(at -> tooLong(Occasion.NO_SCAN, at)).stream(),
                        tooLongSince().map(at -> tooLong(Occasion.IN_TRANSIT, at)).stream())
                .flatMap(findings -> findings)
                .toList();
    }

    /** When the parcel will have been silent or under way for too long, if nothing is heard of it; empty when nothing can come of waiting. */
    Optional<Instant> watchAt() {
        if (!journey.isUnderWay()) {
            return Optional.empty();
        }
        var limits = new ArrayList<Instant>();
        if (silentSince().isEmpty()) {
            limits.add(journey.seenAt().getLast().plus(patience.noScan()));
        }
        if (tooLongSince().isEmpty()) {
            limits.add(transitLimit().orElseThrow());
        }
        return limits.stream().min(Instant::compareTo);
    }

    /** The end of the first wait between two scans that was too long. */
    private Optional<Instant> silentSince() {
        var seen = journey.seenAt();
        for (int i = 0; i < seen.size(); i++) {
            Instant limit = seen.get(i).plus(patience.noScan());
            boolean last = i == seen.size() - 1;
            if (last ? passedUnderWay(limit) : limit.isBefore(seen.get(i + 1))) {
                return Optional.of(limit);
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> tooLongSince() {
        return transitLimit()
                .filter(limit -> journey.endedAt().map(limit::isBefore).orElse(passedUnderWay(limit)));
    }

    private Optional<Instant> transitLimit() {
        return journey.pickedUpAt().map(start -> start.plus(patience.inTransit()));
    }

    private boolean passedUnderWay(Instant limit) {
        return journey.isUnderWay() && limit.isBefore(now);
    }

    private static Finding tooLong(Occasion occasion, Instant at) {
        return new Finding(IncidentType.TOO_LONG, occasion, at);
    }
}
