package org.shopscore.logistics.shipment;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shopscore.logistics.bulk.Collided;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.order.Orders;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanListener;
import org.shopscore.logistics.scan.ScanRows;
import org.shopscore.logistics.waybill.Waybill;
import org.shopscore.metric.Announcement;
import org.shopscore.metric.MetricEvent;
import org.shopscore.outbox.Outbox;

/** The shipments of all shops, any number of them moved in one transaction, and then their orders. */
@ApplicationScoped
class Shipments implements ScanListener {

    private static final String OF_WAYBILLS = "select " + ShipmentColumns.ALL
            + " from shipment where (carrier, waybill) in (select * from unnest($1::text[], $2::text[]))"
            + " order by key for no key update";
    private static final String LOCKED =
            "select " + ShipmentColumns.ALL + " from shipment where key = $1 for no key update";

    private final Orders orders;
    private final List<ShipmentListener> listeners;
    private final Outbox outbox;
    private final Clock clock;

    Shipments(Orders orders, @All List<ShipmentListener> listeners, Outbox outbox, Clock clock) {
        this.orders = orders;
        this.listeners = listeners;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Void> told(SqlConnection connection, Map<Waybill, List<Scan>> news) {
        return ofWaybills(connection, news.keySet())
                .chain(shipments -> shipments.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : ScanRows.known(connection, waybills(shipments))
                                .map(scans -> scanned(shipments, scans, news))
                                .chain(changes -> save(connection, changes))
                                .chain(announcements -> outbox.append(connection, announcements)));
    }

    Uni<Optional<StoredShipment>> locked(SqlConnection connection, ShipmentId id) {
        return connection
                .preparedQuery(LOCKED)
                .execute(Tuple.of(id.key()))
                .map(rows -> rows.stream().map(ShipmentColumns::stored).findFirst());
    }

    /** @return empty when somebody else has declared it meanwhile */
    Uni<Optional<List<Announcement>>> insert(SqlConnection connection, ShipmentChange declared) {
        return ShipmentRows.insert(connection, List.of(declared), clock.instant())
                .chain(inserted -> inserted == 1
                        ? follow(connection, List.of(declared)).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty()));
    }

    /**
     * Declares shipments that the caller has just looked for in vain, all of them.
     *
     * @throws Collided when somebody else has declared one meanwhile
     */
    Uni<List<Announcement>> insertAll(SqlConnection connection, List<ShipmentChange> declared) {
        if (declared.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var byKey = declared.stream()
                .sorted(Comparator.comparing(change -> change.id().key()))
                .toList();
        return ShipmentRows.insert(connection, byKey, clock.instant())
                .invoke(inserted -> Collided.unless(inserted == byKey.size()))
                .chain(() -> follow(connection, byKey));
    }

    Uni<List<StoredShipment>> locked(SqlConnection connection, Collection<ShipmentId> ids) {
        return connection
                .preparedQuery("select " + ShipmentColumns.ALL
                        + " from shipment where key = any($1) order by key for no key update")
                .execute(Tuple.of(ids.stream().map(ShipmentId::key).toArray(String[]::new)))
                .map(rows -> rows.stream().map(ShipmentColumns::stored).toList());
    }

    Uni<List<Announcement>> save(SqlConnection connection, List<ShipmentChange> changes) {
        return ShipmentRows.update(connection, changes, clock.instant()).chain(() -> follow(connection, changes));
    }

    /** Nothing for none. */
    Uni<List<Announcement>> saveAll(SqlConnection connection, List<ShipmentChange> changes) {
        return changes.isEmpty() ? Uni.createFrom().item(List.of()) : save(connection, changes);
    }

    private Uni<List<Announcement>> follow(SqlConnection connection, List<ShipmentChange> changes) {
        var own = changes.stream().flatMap(ShipmentChange::events);
        return listen(connection, changes.stream().map(ShipmentChange::step).toList())
                .chain(heard -> moveOrders(connection, changes)
                        .map(moved -> Stream.of(own, heard.stream(), moved.stream())
                                .<Announcement>flatMap(Function.identity())
                                .toList()));
    }

    private Uni<List<MetricEvent>> listen(SqlConnection connection, List<ShipmentStep> steps) {
        return Multi.createFrom()
                .iterable(listeners)
                .onItem()
                .transformToUniAndConcatenate(listener -> listener.moved(connection, steps))
                .collect()
                .asList()
                .map(heard -> heard.stream().flatMap(List::stream).toList());
    }

    private Uni<List<Announcement>> moveOrders(SqlConnection connection, List<ShipmentChange> changes) {
        var at = new TreeMap<OrderId, Instant>();
        changes.forEach(change -> change.ordersMoved()
                .forEach(order -> at.merge(order, change.at(), (one, other) -> one.isAfter(other) ? one : other)));
        return at.isEmpty()
                ? Uni.createFrom().item(List.of())
                : OrderLinks.keep(connection, changes).chain(() -> orders.parcelsMoved(connection, at));
    }

    private static Uni<List<StoredShipment>> ofWaybills(SqlConnection connection, Collection<Waybill> waybills) {
        var carriers = waybills.stream().map(Waybill::carrier).toArray(String[]::new);
        var numbers = waybills.stream().map(Waybill::number).toArray(String[]::new);
        return connection
                .preparedQuery(OF_WAYBILLS)
                .execute(Tuple.of(carriers, numbers))
                .map(rows -> rows.stream().map(ShipmentColumns::stored).toList());
    }

    private static List<Waybill> waybills(List<StoredShipment> shipments) {
        return shipments.stream()
                .map(stored -> stored.shipment().consignment().waybill())
                .distinct()
                .toList();
    }

    private static List<ShipmentChange> scanned(
            List<StoredShipment> shipments, Map<Waybill, List<Scan>> scans, Map<Waybill, List<Scan>> news) {
        return shipments.stream()
                .map(stored -> {
                    var waybill = stored.shipment().consignment().waybill();
                    return ShipmentChange.scanned(stored, scans.get(waybill), news.get(waybill));
                })
                .toList();
    }
}
