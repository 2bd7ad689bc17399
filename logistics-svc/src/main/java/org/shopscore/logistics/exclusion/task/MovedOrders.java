package org.shopscore.logistics.exclusion.task;

import static org.shopscore.logistics.sql.Column.maybeText;
import static org.shopscore.logistics.sql.Column.text;
import static org.shopscore.logistics.sql.Column.time;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shopscore.logistics.order.Order;
import org.shopscore.logistics.order.OrderListener;
import org.shopscore.logistics.order.OrderStep;
import org.shopscore.logistics.order.Route;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.sql.Columns;
import org.shopscore.metric.MetricEvent;

/** Has those orders looked at again that a disruption may touch, or touches no more, since they are new or their legs changed. */
@ApplicationScoped
class MovedOrders implements OrderListener {

    private static final Columns<OrderStep> TOLD = new Columns<>(List.of(
            text("key", step -> step.id().key()),
            time("paid_at", step -> Legs.of(step.after()).paidAt()),
            time("leg_end", step -> Legs.of(step.after()).end()),
            maybeText("from_region", step -> route(step.after()).from().map(Region::code)),
            maybeText("to_region", step -> route(step.after()).to().map(Region::code)),
            maybeText("seen_before", step -> step.before().map(_ -> step.id().key()))));

    /** Of an order that was there before nobody knows here where it was scanned. */
    private static final String ADD =
            "insert into exclusion_task (order_key) select key from " + TOLD.rows() + " " + """
            where exists (select from disruption
              where withdrawn_at is null and to_at > paid_at and from_at <= leg_end
                and (seen_before is not null or starts_with(from_region, region) or starts_with(to_region, region)))""";

    @Override
    public Uni<List<MetricEvent>> moved(SqlConnection connection, List<OrderStep> steps) {
        var excluded = steps.stream()
                .filter(MovedOrders::mayComeBack)
                .map(OrderStep::id)
                .toList();
        var reaching = steps.stream().filter(MovedOrders::mayBeTouched).toList();
        return ExclusionTasks.ofOrders(connection, excluded)
                .chain(() -> reaching.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : connection
                                .preparedQuery(ADD)
                                .execute(TOLD.values(reaching))
                                .replaceWithVoid())
                .replaceWith(List.of());
    }

    private static boolean mayComeBack(OrderStep step) {
        var exclusions = step.after().account().exclusions();
        boolean excluded =
                !exclusions.pickupBy().isEmpty() || !exclusions.deliveryBy().isEmpty();
        return excluded
                && step.before()
                        .filter(before -> isSameWay(before, step.after()))
                        .isEmpty();
    }

    private static boolean mayBeTouched(OrderStep step) {
        var legs = Legs.of(step.after());
        return step.before()
                .filter(before -> route(before).equals(route(step.after())) && !legs.reachBeyond(Legs.of(before)))
                .isEmpty();
    }

    private static boolean isSameWay(Order before, Order after) {
        return Legs.of(before).equals(Legs.of(after)) && route(before).equals(route(after));
    }

    private static Route route(Order order) {
        return order.account().terms().route();
    }
}
