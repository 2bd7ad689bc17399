package org.shopscore.logistics.exclusion.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.shopscore.logistics.order.OrderId;

/**
 * Orders that a transaction has taken on to look at.
 *
 * @param tasks  how many tasks there were
 * @param orders each once
 */
public record Taken(int tasks, List<OrderId> orders) {

    private static final String TAKE = """
            delete from exclusion_task where id in (
              select id from exclusion_task order by id limit $1 for update skip locked)
            returning order_key""";

    /** Takes the oldest tasks; they are there again if the transaction fails. */
    public static Uni<Taken> from(SqlConnection connection, int limit) {
        return connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(limit))
                .map(rows -> new Taken(
                        rows.rowCount(),
                        rows.stream()
                                .map(row -> order(row.getString(0)))
                                .distinct()
                                .toList()));
    }

    private static OrderId order(String key) {
        String[] parts = key.split("/", 2);
        return new OrderId(parts[0], parts[1]);
    }
}
