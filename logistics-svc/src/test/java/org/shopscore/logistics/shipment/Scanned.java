package org.shopscore.logistics.shipment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.logistics.waybill.Waybill;

/** Scans and parcels of pure tests, in hours after an instant. */
final class Scanned {

    /** 10:00 in Shanghai. */
    static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

    static final Consignment CONSIGNMENT = new Consignment(
            new Waybill("yto", "YT1"),
            List.of("o-1"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    static Instant hours(long after) {
        return START.plusSeconds(after * 3600);
    }

    static Scan scan(ScanStatus status, long hours) {
        return new Scan(hours(hours), status, Optional.empty(), "", "", Optional.empty());
    }

    /** {@code PICKED_UP 1, DELIVERED 30} */
    static List<Scan> scans(String told) {
        return Arrays.stream(told.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(Scanned::parse)
                .toList();
    }

    private static Scan parse(String told) {
        var parts = told.split(" ", -1);
        return scan(ScanStatus.valueOf(parts[0]), Long.parseLong(parts[1]));
    }

    static Shipment shipment(List<Scan> scans) {
        return new Trail(scans).shipment(CONSIGNMENT, Optional.empty());
    }

    private Scanned() {}
}
