package org.shopscore.logistics.incident.rule;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.logistics.incident.record.IncidentChange;
import org.shopscore.logistics.incident.record.Incidents;
import org.shopscore.logistics.incident.record.StoredIncident;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.metric.MetricEvent;

/** Brings the incidents that rules open in line with what is known of the shipments, which the caller has locked. */
@ApplicationScoped
class IncidentRule {

    private final Incidents incidents;

    IncidentRule(Incidents incidents) {
        this.incidents = incidents;
    }

    /** @return what the caller has to announce as the last statement of its transaction */
    Uni<List<MetricEvent>> apply(SqlConnection connection, List<Verdict> verdicts) {
        return incidents
                .of(connection, verdicts.stream().map(Verdict::shipment).toList())
                .chain(known -> save(connection, verdicts, known));
    }

    private Uni<List<MetricEvent>> save(SqlConnection connection, List<Verdict> verdicts, List<StoredIncident> known) {
        var byShipment = known.stream()
                .collect(Collectors.groupingBy(stored -> stored.told().shipment()));
        return incidents
                .open(connection, all(verdicts, byShipment, Verdict::opened))
                .chain(opened -> incidents
                        .move(connection, all(verdicts, byShipment, Verdict::moved))
                        .map(moved ->
                                Stream.concat(opened.stream(), moved.stream()).toList()));
    }

    private static List<IncidentChange> all(
            List<Verdict> verdicts,
            Map<ShipmentId, List<StoredIncident>> known,
            BiFunction<Verdict, List<StoredIncident>, List<IncidentChange>> part) {
        return verdicts.stream()
                .flatMap(verdict -> part.apply(verdict, known.getOrDefault(verdict.shipment(), List.of())).stream())
                .toList();
    }
}
