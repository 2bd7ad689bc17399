package org.shopscore.logistics.incident;

import java.util.List;
import org.shopscore.logistics.evidence.Standing;
import org.shopscore.logistics.evidence.Why;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.Measures;

/** Where an incident stands in the measure of exceptions: what was announced for it, and why it was not more. */
public final class IncidentEvidence {

    /** @param kept what was announced for the incident */
    public static Standing of(ShipmentIncident incident, Contribution kept) {
        var openedAt = incident.occurrence().openedAt();
        return Standing.of(
                        openedAt,
                        why(incident),
                        List.of(incident.occurrence().type().name()))
                .adding(kept.amount(openedAt, Measures.SHIPMENT_EXCEPTIONS));
    }

    private static Why why(ShipmentIncident incident) {
        return switch (incident) {
            case ShipmentIncident.Withdrawn _ -> Why.WITHDRAWN;
            case ShipmentIncident.Disproved _ -> Why.DISPROVED;
            case ShipmentIncident.Standing standing ->
                standing.occurrence().type().isMeasured() ? Why.COUNTED : Why.OTHER_KIND;
        };
    }

    private IncidentEvidence() {}
}
