package org.shopscore.logistics.incident.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.logistics.incident.IncidentMeasures;
import org.shopscore.logistics.incident.ShipmentIncident;
import org.shopscore.logistics.incident.Step;
import org.shopscore.metric.Change;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.MetricEvent;

/**
 * A step of an incident on its way into the table and onto the log.
 *
 * @param at     when the step happened
 * @param detail what changed, in codes and ids
 * @param before empty for an incident that is new
 */
public record IncidentChange(
        Step what, Instant at, String detail, Optional<StoredIncident> before, StoredIncident after) {

    public static IncidentChange opened(IncidentId id, Told told, ShipmentIncident incident) {
        var occurrence = incident.occurrence();
        var stored = new StoredIncident(id, told, incident, IncidentMeasures.of(incident), 1);
        String detail = occurrence.type() + " " + occurrence.occasion() + " " + occurrence.fault();
        return new IncidentChange(Step.OPENED, occurrence.openedAt(), detail, Optional.empty(), stored);
    }

    public static IncidentChange moved(
            StoredIncident stored, Step what, Instant at, String detail, ShipmentIncident now) {
        var after = new StoredIncident(stored.id(), stored.told(), now, IncidentMeasures.of(now), stored.version() + 1);
        return new IncidentChange(what, at, detail, Optional.of(stored), after);
    }

    /** Nothing when the contribution is what was sent already. */
    Stream<MetricEvent> events() {
        var difference = after.kept().minus(before.map(StoredIncident::kept).orElse(Contribution.none()));
        return difference.isEmpty() ? Stream.empty() : Stream.of(event(difference));
    }

    /** Whether force majeure keeps another parcel, or since another instant, from the buyer than before. */
    boolean movesLoss() {
        return !IncidentMeasures.lostByForceMajeureAt(after.incident())
                .equals(before.map(StoredIncident::incident).flatMap(IncidentMeasures::lostByForceMajeureAt));
    }

    /** Whether somebody says no more what a rule might have said. */
    boolean takesBackWhatWasSeen() {
        return before.filter(StoredIncident::standsByHand).isPresent() && !after.standsByHand();
    }

    private MetricEvent event(Contribution difference) {
        var id = after.id();
        return new MetricEvent(
                id.shopId(), latest(difference), id.ref(), reason(), Optional.empty(), difference.changes(), List.of());
    }

    private Optional<String> reason() {
        return switch (what) {
            case WITHDRAWN -> Optional.of("exception-withdrawn");
            case PROVED -> Optional.of("exception-proved");
            case DISPROVED -> Optional.of("exception-disproved");
            case OPENED, ASSIGNED, ATTRIBUTED, CONTACTED, REMEDIED, CLOSED -> Optional.empty();
        };
    }

    /** An event's time is never before a day it counts for. */
    private Instant latest(Contribution difference) {
        return Stream.concat(Stream.of(at), difference.changes().stream().map(Change::anchoredAt))
                .max(Instant::compareTo)
                .orElse(at);
    }
}
