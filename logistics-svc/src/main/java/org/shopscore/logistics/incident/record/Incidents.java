package org.shopscore.logistics.incident.record;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.shopscore.logistics.carrier.counting.MovedParcels;
import org.shopscore.logistics.exclusion.task.ExclusionTasks;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.metric.MetricEvent;

/** The incidents of all shops. Whoever changes one holds the lock of its shipment. */
@ApplicationScoped
public class Incidents {

    private static final String OF_SHIPMENTS =
            "select " + IncidentColumns.ALL + " from shipment_exception where shipment_key = any($1)";
    private static final String ONE = "select " + IncidentColumns.ALL + " from shipment_exception where key = $1";

    private static final String LOOK_AGAIN =
            "update shipment_watch set watch_at = 'epoch' where shipment_key = any($1)";

    private final List<IncidentListener> listeners;
    private final MovedParcels moved;
    private final Clock clock;

    Incidents(@All List<IncidentListener> listeners, MovedParcels moved, Clock clock) {
        this.listeners = listeners;
        this.moved = moved;
        this.clock = clock;
    }

    public Uni<Optional<StoredIncident>> find(SqlClient client, IncidentId id) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(id.key()))
                .map(rows -> rows.stream().map(IncidentColumns::stored).findFirst());
    }

    public Uni<List<StoredIncident>> of(SqlConnection connection, Collection<ShipmentId> shipments) {
        return connection
                .preparedQuery(OF_SHIPMENTS)
                .execute(keys(shipments))
                .map(rows -> rows.stream().map(IncidentColumns::stored).toList());
    }

    /**
     * Opens incidents in the caller's transaction.
     *
     * @return what the caller has to announce as the last statement of its transaction, of those that nobody had opened before
     */
    public Uni<List<MetricEvent>> open(SqlConnection connection, List<IncidentChange> opened) {
        return IncidentRows.insert(connection, opened, clock.instant())
                .map(keys -> opened.stream()
                        .filter(change -> keys.contains(change.after().id().key()))
                        .toList())
                .call(inserted -> tell(connection, inserted))
                .chain(inserted -> follow(connection, inserted));
    }

    /**
     * Moves incidents in the caller's transaction, each at most once.
     *
     * @return what the caller has to announce as the last statement of its transaction
     */
    public Uni<List<MetricEvent>> move(SqlConnection connection, List<IncidentChange> moved) {
        return IncidentRows.update(connection, moved, clock.instant()).chain(() -> follow(connection, moved));
    }

    private Uni<Void> tell(SqlConnection connection, List<IncidentChange> inserted) {
        var opened = inserted.stream().map(IncidentChange::after).toList();
        return Multi.createFrom()
                .iterable(opened.isEmpty() ? List.<IncidentListener>of() : listeners)
                .onItem()
                .transformToUniAndConcatenate(listener -> listener.opened(connection, opened))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<List<MetricEvent>> follow(SqlConnection connection, List<IncidentChange> changes) {
        var events = changes.stream().flatMap(IncidentChange::events).toList();
        return ExclusionTasks.ofShipments(connection, shipments(changes, IncidentChange::movesLoss))
                .chain(() -> lookAgain(connection, shipments(changes, IncidentChange::takesBackWhatWasSeen)))
                .chain(() -> moved.mark(
                        connection,
                        shipments(changes, _ -> true).stream()
                                .map(ShipmentId::key)
                                .toList()))
                .replaceWith(events);
    }

    /** What somebody said kept the rules from saying the same. */
    private static Uni<Void> lookAgain(SqlConnection connection, List<ShipmentId> shipments) {
        return shipments.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(LOOK_AGAIN).execute(keys(shipments)).replaceWithVoid();
    }

    private static List<ShipmentId> shipments(List<IncidentChange> changes, Predicate<IncidentChange> which) {
        return changes.stream()
                .filter(which)
                .map(change -> change.after().told().shipment())
                .distinct()
                .toList();
    }

    private static Tuple keys(Collection<ShipmentId> shipments) {
        return Tuple.of(shipments.stream().map(ShipmentId::key).toArray(String[]::new));
    }
}
