package org.shopscore.logistics.incident.record;

import java.util.ArrayList;
import java.util.List;
import org.shopscore.logistics.incident.IncidentState;
import org.shopscore.logistics.incident.Move;
import org.shopscore.logistics.incident.Occurrence;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.problem.FieldError;
import org.shopscore.problem.Refused;

/** Why a command is not taken: the state it met, and what is allowed. */
final class Refusals {

    static Refused unknownShipment(ShipmentId id) {
        return new Refused(404, "unknown-shipment", "shop " + id.shopId() + " has no shipment " + id.shipmentId());
    }

    static Refused unknownException(IncidentId id, ShipmentId shipment) {
        return new Refused(
                404,
                "unknown-exception",
                "shipment " + shipment.shipmentId() + " of shop " + id.shopId() + " has no exception "
                        + id.exceptionId());
    }

    static Refused differs(StoredIncident known, Told told, Occurrence what) {
        var errors = new ArrayList<FieldError>();
        compare(
                errors,
                "shipmentId",
                known.told().shipment().shipmentId(),
                told.shipment().shipmentId());
        compare(errors, "type", known.incident().occurrence().type(), what.type());
        compare(errors, "fault", known.told().fault(), told.fault());
        compare(errors, "openedAt", known.incident().occurrence().openedAt(), what.openedAt());
        compare(errors, "note", known.told().note(), told.note());
        return new Refused(409, "exception-differs", "the exception exists with other content").with("errors", errors);
    }

    static Refused exists(StoredIncident known) {
        return new Refused(
                        409,
                        "exception-exists",
                        "exception " + known.id().exceptionId() + " says the same of the shipment and is not closed")
                .with("exceptionId", known.id().exceptionId())
                .with("state", IncidentState.of(known.incident()));
    }

    static Refused notAllowed(StoredIncident stored, Move move) {
        var state = IncidentState.of(stored.incident());
        return new Refused(409, "exception-not-allowed", "an exception that is " + state + " cannot be " + move.step())
                .with("state", state)
                .with("allowed", allowed(state));
    }

    private static List<String> allowed(IncidentState state) {
        return switch (state) {
            case OPEN -> List.of("owner", "fault", "withdrawal");
            case IN_TRACE -> List.of("owner", "fault", "contacts", "remedies", "closing", "withdrawal");
            case CLOSED -> List.of("fault", "withdrawal");
            case WITHDRAWN, DISPROVED -> List.of();
        };
    }

    private static void compare(List<FieldError> errors, String field, Object known, Object given) {
        if (!known.equals(given)) {
            errors.add(FieldError.of(field, "is " + known, given));
        }
    }

    private Refusals() {}
}
