package org.shopscore.logistics.incident;

/** The states of an incident as the outside names them. */
public enum IncidentState {
    OPEN,
    IN_TRACE,
    CLOSED,
    WITHDRAWN,
    DISPROVED;

    public static IncidentState of(ShipmentIncident incident) {
        return switch (incident) {
            case ShipmentIncident.Open _ -> OPEN;
            case ShipmentIncident.InTrace _ -> IN_TRACE;
            case ShipmentIncident.Closed _ -> CLOSED;
            case ShipmentIncident.Withdrawn _ -> WITHDRAWN;
            case ShipmentIncident.Disproved _ -> DISPROVED;
        };
    }
}
