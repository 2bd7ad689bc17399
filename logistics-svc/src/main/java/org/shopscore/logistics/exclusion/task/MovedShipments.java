package org.shopscore.logistics.exclusion.task;

import static org.shopscore.logistics.sql.Column.text;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.shipment.Consignment;
import org.shopscore.logistics.shipment.ShipmentListener;
import org.shopscore.logistics.shipment.ShipmentStep;
import org.shopscore.logistics.sql.Columns;
import org.shopscore.metric.MetricEvent;

/** Has those orders looked at again one of whose parcels came into a region that was disrupted while they were under way. */
@ApplicationScoped
class MovedShipments implements ShipmentListener {

    private record Visit(OrderId order, Region region) {}

    private static final Columns<Visit> VISITS = new Columns<>(List.of(
            text("key", visit -> visit.order().key()),
            text("visited", visit -> visit.region().code())));

    private static final String ADD =
            "insert into exclusion_task (order_key) select distinct orders.key from " + VISITS.rows() + """
             join orders on orders.key = new.key
            join disruption on withdrawn_at is null and starts_with(visited, region)
              and to_at > paid_at and from_at <= greatest(pickup_due_at, delivery_due_at)""";

    @Override
    public Uni<List<MetricEvent>> moved(SqlConnection connection, List<ShipmentStep> steps) {
        var visits = steps.stream().flatMap(MovedShipments::visits).distinct().toList();
        var edited = steps.stream().flatMap(MovedShipments::edited).distinct().toList();
        return ExclusionTasks.ofOrders(connection, edited)
                .chain(() -> visits.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : connection
                                .preparedQuery(ADD)
                                .execute(VISITS.values(visits))
                                .replaceWithVoid())
                .replaceWith(List.of());
    }

    private static Stream<Visit> visits(ShipmentStep step) {
        var scanned = step.newScans().stream().map(Scan::region).flatMap(region -> region.stream());
        var declared = step.before().isPresent()
                ? Stream.<Region>empty()
                : Stream.concat(step.after().consignment().from().stream(), step.after().consignment().to().stream());
        return Stream.concat(scanned, declared)
                .distinct()
                .flatMap(region -> orders(step, step.after().consignment()).map(order -> new Visit(order, region)));
    }

    /** Another waybill, other orders, another way: whatever it was that changed. */
    private static Stream<OrderId> edited(ShipmentStep step) {
        return step.before()
                .map(before -> before.consignment())
                .filter(before -> !before.equals(step.after().consignment()))
                .map(before -> Stream.concat(
                        orders(step, before), orders(step, step.after().consignment())))
                .orElse(Stream.empty());
    }

    private static Stream<OrderId> orders(ShipmentStep step, Consignment consignment) {
        return consignment.orderIds().stream()
                .map(orderId -> new OrderId(step.id().shopId(), orderId));
    }
}
