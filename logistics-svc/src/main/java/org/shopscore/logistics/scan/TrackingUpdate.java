package org.shopscore.logistics.scan;

import java.util.List;
import org.shopscore.logistics.waybill.Waybill;

/**
 * What a provider tells of one waybill: scans in any order, told before or not.
 *
 * @param carrier  the suite's own code, such as {@code yto}
 * @param provider who told it, such as {@code kuaidi100}
 */
public record TrackingUpdate(String carrier, String waybill, String provider, List<Scan> scans) {

    public TrackingUpdate {
        scans = List.copyOf(scans);
    }

    Waybill of() {
        return new Waybill(carrier, waybill);
    }
}
