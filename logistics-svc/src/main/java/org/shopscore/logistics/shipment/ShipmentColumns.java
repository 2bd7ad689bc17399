package org.shopscore.logistics.shipment;

import static org.shopscore.logistics.sql.Fields.maybeInstant;
import static org.shopscore.logistics.sql.Fields.maybeText;
import static org.shopscore.logistics.sql.Fields.texts;

import io.vertx.mutiny.sqlclient.Row;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.waybill.Waybill;
import org.shopscore.metric.EventJson;

/** Reads shipments from their table. */
public final class ShipmentColumns {

    /** Their names, as {@link #view} needs them in a select from {@code shipment}. */
    public static final String ALL = ShipmentRows.ROW.names();

    public static ShipmentView view(Row row) {
        return ShipmentView.of(stored(row));
    }

    static StoredShipment stored(Row row) {
        return new StoredShipment(
                id(row),
                shipment(row),
                maybeInstant(row, "withdrawn_at"),
                EventJson.readContribution(row.getString("contribution")),
                row.getLong("version"));
    }

    static Shipment shipment(Row row) {
        return ShipmentState.valueOf(row.getString("state")).with(consignment(row), milestones(row));
    }

    private static ShipmentId id(Row row) {
        return new ShipmentId(row.getString("shop_id"), row.getString("shipment_id"));
    }

    private static Consignment consignment(Row row) {
        return new Consignment(
                new Waybill(row.getString("carrier"), row.getString("waybill")),
                texts(row, "order_ids"),
                maybeText(row, "replaces"),
                maybeText(row, "from_region").map(Region::new),
                maybeText(row, "to_region").map(Region::new),
                maybeInstant(row, "shipped_at"));
    }

    private static Milestones milestones(Row row) {
        return new Milestones(
                maybeInstant(row, "picked_up_at"),
                maybeInstant(row, "signed_at"),
                maybeInstant(row, "returned_at"),
                maybeInstant(row, "lost_at"),
                maybeInstant(row, "cancelled_at"),
                maybeInstant(row, "last_scan_at"));
    }

    private ShipmentColumns() {}
}
