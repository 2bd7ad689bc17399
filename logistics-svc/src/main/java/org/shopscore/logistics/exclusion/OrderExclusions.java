package org.shopscore.logistics.exclusion;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shopscore.logistics.disruption.Disruptions;
import org.shopscore.logistics.disruption.Extent;
import org.shopscore.logistics.exclusion.evidence.Evidence;
import org.shopscore.logistics.exclusion.evidence.EvidenceRows;
import org.shopscore.logistics.exclusion.task.Legs;
import org.shopscore.logistics.order.Order;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.order.Orders;
import org.shopscore.metric.Announcement;

/**
 * Brings the exclusions of orders in line with everything that is known of them. What is known is read after the orders are
 * locked: whoever comes second sees what the first has seen, and more.
 */
@ApplicationScoped
class OrderExclusions {

    private final Orders orders;
    private final Disruptions disruptions;
    private final Clock clock;

    OrderExclusions(Orders orders, Disruptions disruptions, Clock clock) {
        this.orders = orders;
        this.disruptions = disruptions;
        this.clock = clock;
    }

    /** @return what the caller has to announce as the last statement of its transaction */
    Uni<List<Announcement>> decide(SqlConnection connection, List<OrderId> ids) {
        return orders.lock(connection, ids)
                .chain(locked -> locked.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : decisions(connection, locked).chain(decisions -> save(connection, locked, decisions)));
    }

    private Uni<Map<OrderId, Decision>> decisions(SqlConnection connection, Map<OrderId, Order> locked) {
        return standing(connection, locked)
                .chain(extents -> CourseRows.visits(connection, locked.keySet())
                        .chain(visits -> LossRows.of(connection, locked.keySet())
                                .map(losses -> locked.keySet().stream()
                                        .collect(Collectors.toMap(
                                                id -> id,
                                                id -> decision(
                                                        new Course(Legs.of(locked.get(id)), visits.get(id.key())),
                                                        extents,
                                                        Optional.ofNullable(losses.get(id.key()))))))));
    }

    private Uni<Map<String, Extent>> standing(SqlConnection connection, Map<OrderId, Order> locked) {
        var legs = locked.values().stream().map(Legs::of).toList();
        var begin = legs.stream().map(Legs::paidAt).min(Instant::compareTo).orElseThrow();
        var end = legs.stream().map(Legs::end).max(Instant::compareTo).orElseThrow();
        return disruptions.standing(connection, begin, end);
    }

    private static Decision decision(Course course, Map<String, Extent> extents, Optional<Instant> lostAt) {
        return new Decision(ExclusionRule.evidence(course, extents), lostAt);
    }

    private Uni<List<Announcement>> save(
            SqlConnection connection, Map<OrderId, Order> locked, Map<OrderId, Decision> decisions) {
        var now = clock.instant();
        var moves = locked.entrySet().stream()
                .flatMap(order -> decisions.get(order.getKey()).move(order.getKey(), order.getValue(), now).stream())
                .toList();
        return EvidenceRows.keep(connection, locked.keySet(), evidence(decisions))
                .chain(() -> orders.move(connection, moves));
    }

    private static Map<OrderId, List<Evidence>> evidence(Map<OrderId, Decision> decisions) {
        return decisions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, decided -> decided.getValue().evidence()));
    }
}
