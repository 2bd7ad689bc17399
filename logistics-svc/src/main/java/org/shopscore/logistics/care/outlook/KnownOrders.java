package org.shopscore.logistics.care.outlook;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shopscore.logistics.care.placement.Placements;
import org.shopscore.logistics.care.template.ToldOrder;
import org.shopscore.logistics.incident.record.TroubledOrders;
import org.shopscore.logistics.order.Order;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.order.Orders;
import org.shopscore.logistics.shipment.OrderWaybills;
import org.shopscore.logistics.waybill.Waybill;

/** The orders that messages tell of, those included that are placed and not paid yet. */
@ApplicationScoped
class KnownOrders {

    private final Orders orders;
    private final OrderWaybills waybills;
    private final TroubledOrders troubled;
    private final Placements placements;

    KnownOrders(Orders orders, OrderWaybills waybills, TroubledOrders troubled, Placements placements) {
        this.orders = orders;
        this.waybills = waybills;
        this.troubled = troubled;
        this.placements = placements;
    }

    /** One for each of the ids. */
    Uni<Map<OrderId, KnownOrder>> of(SqlConnection connection, Collection<OrderId> ids) {
        return Uni.combine()
                .all()
                .unis(
                        orders.read(connection, ids),
                        waybills.of(connection, ids),
                        troubled.of(connection, ids),
                        placements.buyers(connection, ids))
                .with((paid, named, inTrouble, buyers) -> ids.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                id -> known(
                                        id,
                                        Optional.ofNullable(paid.get(id)),
                                        named.getOrDefault(id, List.of()),
                                        inTrouble.contains(id),
                                        Optional.ofNullable(buyers.get(id))))));
    }

    private static KnownOrder known(
            OrderId id, Optional<Order> order, List<Waybill> waybills, boolean troubled, Optional<String> placedBy) {
        var terms = order.map(paid -> paid.account().terms());
        var carrier = waybills.stream()
                .map(Waybill::carrier)
                .findFirst()
                .or(() -> terms.flatMap(one -> one.route().carrier()));
        return new KnownOrder(
                order.map(KnownOrder::reached).orElse(List.of()),
                new Situation.OrderNow(
                        order.filter(Order.Cancelled.class::isInstance).isPresent(), troubled),
                new ToldOrder(
                        id.orderId(),
                        carrier,
                        waybills.stream().map(Waybill::number).toList(),
                        terms.map(one -> one.deliveryDueAt())),
                terms.flatMap(one -> one.buyerRef()).or(() -> placedBy));
    }
}
