package org.shopscore.logistics.exclusion.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.shopscore.logistics.order.OrderId;

/**
 * Orders that a transaction has taken on to look at; the tasks are there again if it fails.
 *
 * @param tasks  their ids
 * @param orders each once
 */
public record Taken(List<Long> tasks, List<OrderId> orders) {

    public static final Taken NOTHING = new Taken(List.of(), List.of());

    private static final String DUE = """
            delete from exclusion_task where id in (
              select id from exclusion_task where due_at <= clock_timestamp() order by id limit $1 for update skip locked)
            returning id, order_key""";
    private static final String THESE = """
            delete from exclusion_task where id in (
              select id from exclusion_task where id = any($1) order by id for update skip locked)
            returning id, order_key""";

    /** Takes the oldest that are due. */
    public static Uni<Taken> due(SqlConnection connection, int limit) {
        return connection.preparedQuery(DUE).execute(Tuple.of(limit)).map(Taken::of);
    }

    /** Takes those of these that nobody else has. */
    public static Uni<Taken> these(SqlConnection connection, List<Long> ids) {
        return connection
                .preparedQuery(THESE)
                .execute(Tuple.of(ids.toArray(Long[]::new)))
                .map(Taken::of);
    }

    private static Taken of(RowSet<Row> rows) {
        return new Taken(
                rows.stream().map(row -> row.getLong("id")).toList(),
                rows.stream()
                        .map(row -> order(row.getString("order_key")))
                        .distinct()
                        .toList());
    }

    private static OrderId order(String key) {
        String[] parts = key.split("/", 2);
        return new OrderId(parts[0], parts[1]);
    }
}
