package org.shopscore.logistics.incident.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.shipment.ShipmentId;

/**
 * A parcel that is watched.
 *
 * @param patience of its lane, as it was when the lane became known
 * @param watchAt  when it is to be looked at again, at the latest; empty while nothing can come of waiting
 */
record Watch(ShipmentId shipment, Patience patience, Optional<Instant> watchAt) {

    /** What comes of a look at the parcel: what is found, and the watch from now on. */
    record Look(Verdict verdict, Watch next) {}

    /** @param scans all that are known of the parcel */
    Look look(List<Scan> scans, Instant now) {
        var findings = new Findings(new Journey(scans), patience, now);
        return new Look(new Verdict(shipment, findings.all(), now), new Watch(shipment, patience, findings.watchAt()));
    }

    /** Whether this one looks too late for the other. */
    boolean isTooLateFor(Watch next) {
        return next.watchAt
                .filter(at -> watchAt.filter(planned -> !planned.isAfter(at)).isEmpty())
                .isPresent();
    }
}
