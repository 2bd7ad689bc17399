package org.shopscore.logistics.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.TrackingUpdate;

/**
 * What can be taken of a reading now. A carrier's clock may go ahead of ours: what it scanned then is taken when that time has come.
 * What no event could bear, or lies more than a day ahead, is left out.
 *
 * @param outside how many scans are left out
 * @param again   when the rest can be taken; empty when there is none
 */
record Timely(List<TrackingUpdate> updates, int outside, Optional<Instant> again) {

    private static final Duration OLDEST = Duration.ofDays(1_100);
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration NEAR = Duration.ofDays(1);

    static Timely of(List<TrackingUpdate> updates, Instant now) {
        var soon = scans(updates).map(Scan::at).filter(at -> isSoon(at, now)).toList();
        long taken = scans(updates).filter(scan -> isTaken(scan.at(), now)).count();
        return new Timely(
                updates.stream().map(update -> taken(update, now)).toList(),
                (int) (scans(updates).count() - taken - soon.size()),
                soon.stream().max(Instant::compareTo).map(at -> at.minus(AHEAD)));
    }

    private static TrackingUpdate taken(TrackingUpdate update, Instant now) {
        var scans =
                update.scans().stream().filter(scan -> isTaken(scan.at(), now)).toList();
        return new TrackingUpdate(update.carrier(), update.waybill(), update.provider(), scans);
    }

    private static boolean isTaken(Instant at, Instant now) {
        return !at.isBefore(now.minus(OLDEST)) && !at.isAfter(now.plus(AHEAD));
    }

    private static boolean isSoon(Instant at, Instant now) {
        return at.isAfter(now.plus(AHEAD)) && !at.isAfter(now.plus(NEAR));
    }

    private static Stream<Scan> scans(List<TrackingUpdate> updates) {
        return updates.stream().flatMap(update -> update.scans().stream());
    }
}
