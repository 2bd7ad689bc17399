package org.shopscore.logistics.incident.record;

import static org.shopscore.logistics.sql.Fields.instant;
import static org.shopscore.logistics.sql.Fields.maybeInstant;
import static org.shopscore.logistics.sql.Fields.maybeText;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import org.shopscore.logistics.incident.Fault;
import org.shopscore.logistics.incident.Handling;
import org.shopscore.logistics.incident.IncidentState;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.incident.Occasion;
import org.shopscore.logistics.incident.Occurrence;
import org.shopscore.logistics.incident.Remedies;
import org.shopscore.logistics.incident.Remedy;
import org.shopscore.logistics.incident.ShipmentIncident;
import org.shopscore.logistics.incident.ShipmentIncident.Standing;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.metric.EventJson;

/** Reads incidents from their table. */
public final class IncidentColumns {

    /** What {@link #stored} needs. */
    public static final String ALL = "key, shop_id, exception_id, shipment_id, type, occasion, told_fault, note, fault,"
            + " opened_at, state, owner, reship_shipment_id, refund_asked_at, compensation_minor, compensation_currency,"
            + " closed_at, withdrawn_at, withdrawal_reason, contribution, version";

    public static StoredIncident stored(Row row) {
        String shopId = row.getString("shop_id");
        return new StoredIncident(
                new IncidentId(shopId, row.getString("exception_id")),
                new Told(
                        new ShipmentId(shopId, row.getString("shipment_id")),
                        Fault.valueOf(row.getString("told_fault")),
                        row.getString("note")),
                incident(row),
                EventJson.readContribution(row.getString("contribution")),
                row.getLong("version"));
    }

    private static ShipmentIncident incident(Row row) {
        return switch (IncidentState.valueOf(row.getString("state"))) {
            case OPEN, IN_TRACE, CLOSED -> standing(row);
            case DISPROVED -> standing(row).disproved();
            case WITHDRAWN ->
                new ShipmentIncident.Withdrawn(
                        occurrence(row),
                        handling(row),
                        instant(row, "withdrawn_at"),
                        row.getString("withdrawal_reason"));
        };
    }

    private static Standing standing(Row row) {
        var what = occurrence(row);
        return handling(row)
                .map(by -> maybeInstant(row, "closed_at")
                        .<Standing>map(at -> new ShipmentIncident.Closed(what, by, at))
                        .orElseGet(() -> new ShipmentIncident.InTrace(what, by)))
                .orElseGet(() -> new ShipmentIncident.Open(what));
    }

    private static Occurrence occurrence(Row row) {
        return new Occurrence(
                IncidentType.valueOf(row.getString("type")),
                Occasion.valueOf(row.getString("occasion")),
                Fault.valueOf(row.getString("fault")),
                instant(row, "opened_at"));
    }

    private static Optional<Handling> handling(Row row) {
        return maybeText(row, "owner").map(owner -> new Handling(owner, remedies(row)));
    }

    private static Remedies remedies(Row row) {
        return new Remedies(
                maybeText(row, "reship_shipment_id").map(Remedy.Reship::new),
                maybeInstant(row, "refund_asked_at").map(Remedy.RefundAsked::new),
                maybeText(row, "compensation_currency")
                        .map(currency -> new Remedy.CarrierCompensation(row.getLong("compensation_minor"), currency)));
    }

    private IncidentColumns() {}
}
