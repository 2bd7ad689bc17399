package org.shopscore.logistics.incident;

import java.time.Instant;
import java.util.Optional;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.Measures;

/** Everything an incident contributes in the state it is in (measures.md, /logistics-svc). */
public final class IncidentMeasures {

    /** One for the day it happened on, whosever fault it is; nothing for what did not happen. */
    public static Contribution of(ShipmentIncident incident) {
        return switch (incident) {
            case ShipmentIncident.Standing standing -> opened(standing.occurrence());
            case ShipmentIncident.Withdrawn _, ShipmentIncident.Disproved _ -> Contribution.none();
        };
    }

    /** Since when force majeure has kept the buyer from the goods: of a parcel that it destroyed, and of nothing else. */
    public static Optional<Instant> lostByForceMajeureAt(ShipmentIncident incident) {
        return switch (incident) {
            case ShipmentIncident.Standing standing -> lostByForceMajeureAt(standing.occurrence());
            case ShipmentIncident.Withdrawn _, ShipmentIncident.Disproved _ -> Optional.empty();
        };
    }

    private static Contribution opened(Occurrence what) {
        return Contribution.none()
                .plus(what.openedAt(), Measures.SHIPMENT_EXCEPTIONS, what.type().isMeasured() ? 1 : 0);
    }

    private static Optional<Instant> lostByForceMajeureAt(Occurrence what) {
        boolean lost = what.type() == IncidentType.LOST && what.fault() == Fault.FORCE_MAJEURE;
        return lost ? Optional.of(what.openedAt()) : Optional.empty();
    }

    private IncidentMeasures() {}
}
