package org.shopscore.logistics.incident.rule;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.incident.Occasion;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;

/** Which words of a carrier open which incident. What is not in the list opens none: of delays the lane's patience decides. */
final class ScanRule {

    private static final Map<Incident, IncidentType> TYPES = Map.of(
            Incident.CARRIER_LABEL_LOST, IncidentType.LABEL_LOST,
            Incident.CARRIER_DAMAGED, IncidentType.DAMAGED,
            Incident.CARRIER_LOST, IncidentType.LOST,
            Incident.CARRIER_MISSORTED, IncidentType.MISSORTED,
            Incident.CONSIGNEE_REFUSED, IncidentType.REFUSED,
            Incident.CONSIGNEE_WRONG_ADDRESS, IncidentType.WRONG_ADDRESS,
            Incident.CONSIGNEE_UNREACHABLE, IncidentType.UNREACHABLE,
            Incident.CONSIGNEE_UNCLAIMED, IncidentType.UNCLAIMED);

    /** One a type, at its earliest scan. */
    static List<Finding> findings(List<Scan> scans) {
        var earliest = new EnumMap<IncidentType, Instant>(IncidentType.class);
        scans.forEach(scan -> type(scan).ifPresent(type -> earliest.merge(type, scan.at(), ScanRule::earlier)));
        return earliest.entrySet().stream()
                .map(found -> new Finding(found.getKey(), Occasion.SCANNED, found.getValue()))
                .toList();
    }

    private static Optional<IncidentType> type(Scan scan) {
        return scan.status() == ScanStatus.LOST
                ? Optional.of(IncidentType.LOST)
                : scan.incident().map(TYPES::get);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private ScanRule() {}
}
