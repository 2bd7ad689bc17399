package org.shopscore.logistics.shipment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.MetricEvent;

/**
 * What becomes of a shipment in a transaction.
 *
 * @param before empty for a shipment that is new
 * @param after  the shipment as it will be kept
 * @param news   scans that were not known before
 */
record ShipmentChange(
        ShipmentFact what, Instant at, Optional<StoredShipment> before, StoredShipment after, List<Scan> news) {

    /** A shipment of whose waybill these scans are known already. */
    static ShipmentChange declared(ShipmentId id, Consignment consignment, List<Scan> scans, Instant at) {
        var shipment = new Trail(scans).shipment(consignment, Optional.empty());
        var after = new StoredShipment(id, shipment, Optional.empty(), ShipmentMeasures.of(scans), 1);
        return new ShipmentChange(ShipmentFact.DECLARED, at, Optional.empty(), after, scans);
    }

    /** What the shipment is by all scans of its waybill, some of them new. */
    static ShipmentChange scanned(StoredShipment before, Collection<Scan> scans, List<Scan> news) {
        return changed(
                ShipmentFact.SCANNED,
                latest(news),
                before,
                before.shipment().consignment(),
                before.withdrawnAt(),
                scans,
                news);
    }

    static ShipmentChange withdrawn(StoredShipment before, Instant at, Collection<Scan> scans) {
        var earliest = before.withdrawnAt().filter(at::isAfter).orElse(at);
        return changed(
                ShipmentFact.WITHDRAWN,
                at,
                before,
                before.shipment().consignment(),
                Optional.of(earliest),
                scans,
                List.of());
    }

    static ShipmentChange edited(StoredShipment before, Consignment consignment, List<Scan> scans, Instant at) {
        boolean same =
                consignment.waybill().equals(before.shipment().consignment().waybill());
        return changed(
                ShipmentFact.EDITED, at, before, consignment, before.withdrawnAt(), scans, same ? List.of() : scans);
    }

    private static ShipmentChange changed(
            ShipmentFact what,
            Instant at,
            StoredShipment before,
            Consignment consignment,
            Optional<Instant> withdrawnAt,
            Collection<Scan> scans,
            List<Scan> news) {
        var shipment = new Trail(scans).shipment(consignment, withdrawnAt);
        boolean isStep = !withdrawnAt.equals(before.withdrawnAt()) || !isSame(before.shipment(), shipment);
        var after = new StoredShipment(
                before.id(), shipment, withdrawnAt, ShipmentMeasures.of(scans), before.version() + (isStep ? 1 : 0));
        return new ShipmentChange(what, at, Optional.of(before), after, news);
    }

    private static boolean isSame(Shipment one, Shipment other) {
        return one.state() == other.state()
                && one.consignment().equals(other.consignment())
                && one.milestones().reached().equals(other.milestones().reached());
    }

    private static Instant latest(List<Scan> news) {
        return news.stream().map(Scan::at).max(Instant::compareTo).orElseThrow();
    }

    ShipmentId id() {
        return after.id();
    }

    ShipmentStep step() {
        return new ShipmentStep(id(), before.map(StoredShipment::shipment), after.shipment(), news);
    }

    /** Whether nothing is to be stored. */
    boolean isNothing() {
        return before.filter(after::equals).isPresent();
    }

    /** The orders that have to look at their parcels again. */
    Stream<OrderId> ordersMoved() {
        var parcel = Optional.of(parcel(after));
        return before.map(ShipmentChange::parcel).equals(parcel) && isOfSameOrders() ? Stream.empty() : orders();
    }

    private Stream<OrderId> orders() {
        return Stream.concat(before.stream(), Stream.of(after))
                .flatMap(stored -> stored.shipment().consignment().orderIds().stream())
                .distinct()
                .map(orderId -> new OrderId(id().shopId(), orderId));
    }

    boolean isOfSameOrders() {
        return before.filter(stored -> stored.shipment()
                        .consignment()
                        .orderIds()
                        .equals(after.shipment().consignment().orderIds()))
                .isPresent();
    }

    /** Nothing when the contribution is what was sent already. */
    Stream<MetricEvent> events() {
        var kept = before.map(StoredShipment::kept).orElse(Contribution.none());
        return MetricEvent.all(
                id().shopId(), at, id().ref(), reason(), after.kept().minus(kept))
                .stream();
    }

    private Optional<String> reason() {
        return what == ShipmentFact.EDITED ? Optional.of("edit") : Optional.empty();
    }

    private static Parcel parcel(StoredShipment stored) {
        return Parcel.of(stored.id().shipmentId(), stored.shipment());
    }
}
