package org.shopscore.logistics.incident.record;

import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.incident.Occasion;
import org.shopscore.logistics.incident.ShipmentIncident;
import org.shopscore.logistics.incident.ShipmentIncident.Closed;
import org.shopscore.logistics.incident.ShipmentIncident.Disproved;
import org.shopscore.logistics.incident.ShipmentIncident.InTrace;
import org.shopscore.logistics.incident.ShipmentIncident.Open;
import org.shopscore.logistics.incident.ShipmentIncident.Standing;
import org.shopscore.logistics.incident.ShipmentIncident.Withdrawn;
import org.shopscore.metric.Contribution;

/**
 * An incident as the table keeps it.
 *
 * @param kept    what was sent for it
 * @param version grows by one with each step
 */
public record StoredIncident(IncidentId id, Told told, ShipmentIncident incident, Contribution kept, long version) {

    /** Whether somebody has seen it, and nobody has taken that back. */
    public boolean standsByHand() {
        return incident instanceof Standing standing && standing.occurrence().occasion() == Occasion.BY_HAND;
    }

    /** Whether it says this of the shipment, and somebody still has to see to it. */
    boolean says(IncidentType type) {
        return switch (incident) {
            case Open open -> open.occurrence().type() == type;
            case InTrace trace -> trace.occurrence().type() == type;
            case Closed _, Withdrawn _, Disproved _ -> false;
        };
    }
}
