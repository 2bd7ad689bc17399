package org.shopscore.logistics.shipment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import org.shopscore.logistics.bulk.Parts;
import org.shopscore.logistics.bulk.export.ExportAsk;
import org.shopscore.logistics.bulk.export.ExportKind;
import org.shopscore.logistics.bulk.line.Columns;
import org.shopscore.logistics.sql.Where;

/** Shipments as files that {@link ShipmentImport} reads: each after all those in whose stead it was sent. */
@ApplicationScoped
class ShipmentExport implements ExportKind {

    private static final String DECLARED = "(select recorded_at from shipment_history where shipment_key = shipment.key"
            + " and shipment_history.version = 1)";

    /** How many shipments were sent before it, each in the stead of the one before. */
    private static final String PLACE_IN_CHAIN = """
            case when replaces is null then 0 else (with recursive ahead as (
                select shipment.shop_id, shipment.replaces as shipment_id
              union
                select ahead.shop_id, earlier.replaces from ahead
                join shipment earlier on earlier.key = ahead.shop_id || '/' || ahead.shipment_id
                where earlier.replaces is not null)
              select count(*) from ahead) end""";

    private final Parts parts;

    ShipmentExport(Parts parts) {
        this.parts = parts;
    }

    @Override
    public String name() {
        return "shipments";
    }

    @Override
    public Columns columns() {
        return ShipmentLine.COLUMNS;
    }

    @Override
    public String select(ExportAsk ask, Where where) {
        where.and("key > ? || '/' and key < ? || '0'", ask.shopId())
                .and(DECLARED + " >= ?", ask.from())
                .and(DECLARED + " < ?", ask.to());
        return "select " + ShipmentColumns.ALL + " from shipment" + where.text() + " order by " + PLACE_IN_CHAIN
                + ", key";
    }

    @Override
    public ObjectNode line(Row row) {
        var stored = ShipmentColumns.stored(row);
        return parts.line(
                ShipmentLine.Name.of(stored.id()),
                ShipmentRequest.of(stored.shipment().consignment()),
                new ShipmentLine.Facts(stored.withdrawnAt()));
    }
}
