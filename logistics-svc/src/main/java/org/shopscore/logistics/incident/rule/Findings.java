package org.shopscore.logistics.incident.rule;

import java.time.Instant;
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
                        silence().map(silence -> tooLong(Occasion.NO_SCAN, silence.tooLongAt())).stream(),
                        tooLongSince().map(at -> tooLong(Occasion.IN_TRANSIT, at)).stream())
                .flatMap(findings -> findings)
                .toList();
    }

    /** When the parcel will have been silent or under way for too long, if nothing is heard of it; empty when nothing can come of waiting. */
    Optional<Instant> watchAt() {
        if (!journey.isUnderWay()) {
            return Optional.empty();
        }
        var silence = silence();
        var silent = silence.isPresent()
                ? Optional.<Instant>empty()
                : Optional.of(journey.seenAt().getLast().plus(patience.noScan()));
        var transit = transitLimit().filter(limit -> tooLongSince().isEmpty() && !isOf(silence, limit));
        return Stream.concat(silent.stream(), transit.stream()).min(Instant::compareTo);
    }

    /** The first wait between two scans that was too long. */
    private Optional<Silence> silence() {
        var seen = journey.seenAt();
        for (int i = 0; i < seen.size(); i++) {
            Instant limit = seen.get(i).plus(patience.noScan());
            boolean last = i == seen.size() - 1;
            if (last ? passedUnderWay(limit) : limit.isBefore(seen.get(i + 1))) {
                return Optional.of(new Silence(limit, last ? Instant.MAX : seen.get(i + 1)));
            }
        }
        return Optional.empty();
    }

    /** Of a parcel that was silent for too long already when its time in transit was over, the silence has said it. */
    private Optional<Instant> tooLongSince() {
        return transitLimit()
                .filter(limit -> journey.endedAt().map(limit::isBefore).orElse(passedUnderWay(limit)))
                .filter(limit -> !isOf(silence(), limit));
    }

    private Optional<Instant> transitLimit() {
        return journey.pickedUpAt().map(start -> start.plus(patience.inTransit()));
    }

    private boolean passedUnderWay(Instant limit) {
        return journey.isUnderWay() && limit.isBefore(now);
    }

    private static boolean isOf(Optional<Silence> silence, Instant at) {
        return silence.filter(found -> found.covers(at)).isPresent();
    }

    private static Finding tooLong(Occasion occasion, Instant at) {
        return new Finding(IncidentType.TOO_LONG, occasion, at);
    }

    /** @param heardAgainAt the scan that ends it; {@link Instant#MAX} while nothing is heard */
    private record Silence(Instant tooLongAt, Instant heardAgainAt) {

        boolean covers(Instant at) {
            return !at.isBefore(tooLongAt) && at.isBefore(heardAgainAt);
        }
    }
}
