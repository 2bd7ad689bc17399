package org.shopscore.logistics.incident.rule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.logistics.incident.Move;
import org.shopscore.logistics.incident.Occurrence;
import org.shopscore.logistics.incident.ShipmentIncident;
import org.shopscore.logistics.incident.record.IncidentChange;
import org.shopscore.logistics.incident.record.IncidentId;
import org.shopscore.logistics.incident.record.StoredIncident;
import org.shopscore.logistics.incident.record.Told;
import org.shopscore.logistics.shipment.ShipmentId;

/**
 * What findings make of the incidents that a shipment has.
 *
 * @param now when the findings were made
 */
record Verdict(ShipmentId shipment, List<Finding> findings, Instant now) {

    /** One for each finding that no incident bears yet, neither of the rule nor of the same type by hand. */
    List<IncidentChange> opened(List<StoredIncident> known) {
        var ids = known.stream().map(StoredIncident::id).collect(Collectors.toSet());
        var byHand = known.stream()
                .filter(StoredIncident::standsByHand)
                .map(stored -> stored.incident().occurrence().type())
                .collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> !ids.contains(id(finding)) && !byHand.contains(finding.type()))
                .map(this::opened)
                .toList();
    }

    /** One for each incident of a rule whose evidence is another now, or gone. */
    List<IncidentChange> moved(List<StoredIncident> known) {
        Map<IncidentId, Finding> found = findings.stream().collect(Collectors.toMap(this::id, Function.identity()));
        return known.stream()
                .filter(stored -> stored.incident().occurrence().occasion().isRule())
                .flatMap(stored -> moved(stored, Optional.ofNullable(found.get(stored.id()))))
                .toList();
    }

    private Stream<IncidentChange> moved(StoredIncident stored, Optional<Finding> finding) {
        var move = finding.map(Finding::at).map(Move::prove).orElseGet(Move::disprove);
        String detail = finding.map(found -> "at " + found.at()).orElse("no scans prove it any more");
        return move.on(stored.incident()).stream()
                .filter(after -> !after.equals(stored.incident()))
                .map(after -> IncidentChange.moved(stored, move.step(), now, detail, after));
    }

    private IncidentChange opened(Finding finding) {
        var fault = finding.type().usualFault();
        var what = new Occurrence(finding.type(), finding.occasion(), fault, finding.at());
        return IncidentChange.opened(id(finding), new Told(shipment, fault, ""), ShipmentIncident.opened(what));
    }

    private IncidentId id(Finding finding) {
        return IncidentId.byRule(shipment, finding.type(), finding.occasion());
    }
}
