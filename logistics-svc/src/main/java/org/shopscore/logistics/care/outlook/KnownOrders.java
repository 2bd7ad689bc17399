package org.shopscore.logistics.care.outlook;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shopscore.logistics.care.placement.Placements;
import org.shopscore.logistics.care.template.CarrierName;
import org.shopscore.logistics.care.template.ToldOrder;
import org.shopscore.logistics.carrier.Carrier;
import org.shopscore.logistics.carrier.Carriers;
import org.shopscore.logistics.incident.record.TroubledOrders;
import org.shopscore.logistics.order.Order;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.order.Orders;
import org.shopscore.logistics.order.Terms;
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
                        .map(id -> new Rows(
                                id,
                                Optional.ofNullable(paid.get(id)),
                                named.getOrDefault(id, List.of()),
                                inTrouble.contains(id),
                                Optional.ofNullable(buyers.get(id))))
                        .toList())
                .chain(rows -> names(connection, rows)
                        .map(names -> rows.stream().collect(Collectors.toMap(Rows::id, row -> row.known(names)))));
    }

    private static Uni<Map<String, CarrierName>> names(SqlConnection connection, List<Rows> rows) {
        var codes =
                rows.stream().flatMap(row -> row.carrier().stream()).distinct().toList();
        return Carriers.of(connection, codes)
                .map(carriers -> carriers.stream()
                        .collect(Collectors.toMap(
                                Carrier::code, carrier -> new CarrierName(carrier.nameZh(), carrier.nameEn()))));
    }

    /** What the tables say of an order. */
    private record Rows(
            OrderId id, Optional<Order> order, List<Waybill> waybills, boolean troubled, Optional<String> placedBy) {

        private Optional<Terms> terms() {
            return order.map(paid -> paid.account().terms());
        }

        private Optional<String> carrier() {
            return waybills.stream()
                    .map(Waybill::carrier)
                    .findFirst()
                    .or(() -> terms().flatMap(one -> one.route().carrier()));
        }

        private KnownOrder known(Map<String, CarrierName> names) {
            return new KnownOrder(
                    order.map(KnownOrder::reached).orElse(List.of()),
                    new Situation.OrderNow(
                            order.filter(Order.Cancelled.class::isInstance).isPresent(), troubled),
                    new ToldOrder(
                            id.orderId(),
                            carrier().map(code -> names.getOrDefault(code, CarrierName.ofCode(code))),
                            waybills.stream().map(Waybill::number).toList(),
                            terms().map(Terms::deliveryDueAt),
                            Optional.empty()),
                    terms().flatMap(Terms::buyerRef).or(() -> placedBy));
        }
    }
}
