package org.shopscore.logistics.shipment.told;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import org.shopscore.logistics.bulk.Parts;
import org.shopscore.logistics.bulk.line.Columns;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.waybill.CarrierCode;
import org.shopscore.logistics.waybill.Waybill;
import org.shopscore.logistics.waybill.WaybillNumber;

/** A line of a file of scans: what a carrier tells of a waybill, whether or not a shipment names it yet. */
record ScanLine(Waybill of, Scan scan) {

    /** Whose scan it is. */
    record Name(
            @NotNull(message = ScanBody.GIVEN) @CarrierCode String carrier,

            @NotNull(message = ScanBody.GIVEN) @WaybillNumber
            String waybill) {

        static Name of(Waybill waybill) {
            return new Name(waybill.carrier(), waybill.number());
        }

        Waybill of() {
            return new Waybill(carrier, waybill);
        }
    }

    static final Columns COLUMNS =
            Parts.columns(Set.of("carrier", "waybill", "at", "status"), List.of(Name.class, ScanBody.class));

    /** What makes it the same scan when it is told again. */
    String key() {
        return of.key() + "|" + scan.at() + "|" + scan.status() + "|" + scan.digest();
    }
}
