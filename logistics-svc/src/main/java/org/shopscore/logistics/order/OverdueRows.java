package org.shopscore.logistics.order;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.shopscore.metric.EventJson;

/** Writes a batch of overdue orders and their history, one statement each. */
final class OverdueRows {

    private static final String UPDATE = """
            update orders set passed_until = overdue.passed_until, next_due_at = overdue.next_due_at,
              contribution = overdue.contribution, version = overdue.version
            from unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::bigint[])
              as overdue(key, passed_until, next_due_at, contribution, version)
            where orders.key = overdue.key""";

    private static final String REMEMBER = """
            insert into order_history(order_key, version, at, what, from_state, to_state, recorded_at)
            select key, version, at, $5, state, state, $6
            from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[]) as overdue(key, version, at, state)""";

    static Uni<Void> update(SqlConnection connection, List<OverdueOrder> orders) {
        var values = Tuple.tuple()
                .addValue(column(
                        orders, String[]::new, order -> order.change().id().key()))
                .addValue(
                        times(orders, order -> order.change().after().account().passedUntil()))
                .addValue(times(
                        orders, order -> OrderMeasures.nextDueAt(order.change().after())))
                .addValue(column(
                        orders,
                        String[]::new,
                        order -> EventJson.write(order.change().contribution())))
                .addValue(column(orders, Long[]::new, OverdueOrder::version));
        return connection.preparedQuery(UPDATE).execute(values).replaceWithVoid();
    }

    static Uni<Void> remember(SqlConnection connection, List<OverdueOrder> orders, Instant now) {
        var values = Tuple.tuple()
                .addValue(column(
                        orders, String[]::new, order -> order.change().id().key()))
                .addValue(column(orders, Long[]::new, OverdueOrder::version))
                .addValue(times(orders, order -> Optional.of(order.change().at())))
                .addValue(column(
                        orders,
                        String[]::new,
                        order -> State.of(order.change().after()).name()))
                .addValue(Fact.DUE_PASSED.name())
                .addValue(now.atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(REMEMBER).execute(values).replaceWithVoid();
    }

    private static OffsetDateTime[] times(List<OverdueOrder> orders, Function<OverdueOrder, Optional<Instant>> of) {
        return column(
                orders,
                OffsetDateTime[]::new,
                order -> of.apply(order).map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
    }

    private static <T> T[] column(List<OverdueOrder> orders, IntFunction<T[]> array, Function<OverdueOrder, T> of) {
        return orders.stream().map(of).toArray(array);
    }

    private OverdueRows() {}
}
