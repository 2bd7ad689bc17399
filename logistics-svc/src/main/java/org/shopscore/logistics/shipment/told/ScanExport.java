package org.shopscore.logistics.shipment.told;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import org.shopscore.logistics.bulk.Parts;
import org.shopscore.logistics.bulk.export.ExportAsk;
import org.shopscore.logistics.bulk.export.ExportKind;
import org.shopscore.logistics.bulk.line.Columns;
import org.shopscore.logistics.scan.ScanRows;
import org.shopscore.logistics.sql.Where;

/** Scans as files that {@link ScanImport} reads, of a shop those of the waybills that its shipments name. */
@ApplicationScoped
class ScanExport implements ExportKind {

    private static final String OF_SHOP =
            "(carrier, waybill) in (select carrier, waybill from shipment where key > ? || '/' and key < ? || '0')";

    private final Parts parts;

    ScanExport(Parts parts) {
        this.parts = parts;
    }

    @Override
    public String name() {
        return "scans";
    }

    @Override
    public Columns columns() {
        return ScanLine.COLUMNS;
    }

    @Override
    public String select(ExportAsk ask, Where where) {
        where.and(OF_SHOP, ask.shopId()).and("at >= ?", ask.from()).and("at < ?", ask.to());
        return "select " + ScanRows.ALL + " from scan" + where.text()
                + " order by carrier, waybill, at, status, digest";
    }

    @Override
    public ObjectNode line(Row row) {
        return parts.line(ScanLine.Name.of(ScanRows.waybill(row)), ScanBody.of(ScanRows.scan(row)));
    }
}
