package org.shopscore.logistics.incident.rule;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanRows;
import org.shopscore.logistics.shipment.Shipment;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.logistics.shipment.ShipmentListener;
import org.shopscore.logistics.shipment.ShipmentStep;
import org.shopscore.logistics.waybill.Waybill;
import org.shopscore.metric.MetricEvent;

/** Looks at each parcel that has moved, with all its scans: what they prove does not depend on when they came. */
@ApplicationScoped
class MovedParcels implements ShipmentListener {

    private final IncidentRule rule;
    private final Clock clock;

    MovedParcels(IncidentRule rule, Clock clock) {
        this.rule = rule;
        this.clock = clock;
    }

    @Override
    public Uni<List<MetricEvent>> moved(SqlConnection connection, List<ShipmentStep> steps) {
        var ids = steps.stream().map(ShipmentStep::id).toList();
        return WatchRows.begin(connection, onNewLanes(steps))
                .chain(() -> ScanRows.known(
                        connection, steps.stream().map(MovedParcels::waybill).toList()))
                .chain(scans ->
                        WatchRows.find(connection, ids).chain(watches -> look(connection, steps, watches, scans)));
    }

    private Uni<List<MetricEvent>> look(
            SqlConnection connection,
            List<ShipmentStep> steps,
            Map<ShipmentId, Watch> watches,
            Map<Waybill, List<Scan>> scans) {
        var now = clock.instant();
        var looks = steps.stream()
                .map(step -> watches.get(step.id()).look(scans.getOrDefault(waybill(step), List.of()), now))
                .toList();
        var earlier = looks.stream()
                .map(Watch.Look::next)
                .filter(next -> watches.get(next.shipment()).isTooLateFor(next))
                .toList();
        return WatchRows.move(connection, earlier)
                .chain(() -> rule.apply(
                        connection, looks.stream().map(Watch.Look::verdict).toList()));
    }

    private static List<ShipmentId> onNewLanes(List<ShipmentStep> steps) {
        return steps.stream()
                .filter(step -> step.before()
                        .map(MovedParcels::lane)
                        .filter(lane(step.after())::equals)
                        .isEmpty())
                .map(ShipmentStep::id)
                .toList();
    }

    private static List<Object> lane(Shipment shipment) {
        var what = shipment.consignment();
        return List.of(what.waybill().carrier(), what.from(), what.to());
    }

    private static Waybill waybill(ShipmentStep step) {
        return step.after().consignment().waybill();
    }
}
