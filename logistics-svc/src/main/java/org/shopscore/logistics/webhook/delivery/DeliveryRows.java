package org.shopscore.logistics.webhook.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The table of the deliveries, as the worker goes through it. */
final class DeliveryRows {

    private static final String COLUMNS =
            "select id, provider, endpoint_id, waybill, body, attempts from webhook_delivery where state = 'NEW'";
    private static final String DUE =
            COLUMNS + " and due_at <= clock_timestamp() order by due_at, id limit $1 for update skip locked";
    private static final String ONE = COLUMNS + " and id = $1 for update skip locked";
    private static final String MARK = """
            update webhook_delivery d set state = read.state, reason = read.reason, due_at = coalesce(read.again, d.due_at)
            from unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[]) as read(id, state, reason, again)
            where d.id = read.id""";
    private static final String POSTPONE = """
            update webhook_delivery set attempts = attempts + 1, reason = $2,
              due_at = clock_timestamp() + interval '1 s' * 2 ^ attempts,
              state = case when attempts + 1 < $3 then 'NEW' else 'BROKEN' end
            where id = $1 and state = 'NEW' returning provider, state""";

    /** Those that another worker holds are left to it. */
    static Uni<List<Row>> due(SqlConnection connection, int limit) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(limit))
                .map(rows -> rows.stream().toList());
    }

    static Uni<List<Row>> one(SqlConnection connection, long id) {
        return connection
                .preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().toList());
    }

    static Uni<Void> mark(SqlConnection connection, List<Delivery> deliveries) {
        var values = Tuple.of(
                deliveries.stream().map(Delivery::id).toArray(Long[]::new),
                deliveries.stream().map(Delivery::state).toArray(String[]::new),
                deliveries.stream().map(read -> read.reason().orElse(null)).toArray(String[]::new),
                deliveries.stream()
                        .map(read -> read.again()
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                        .toArray(OffsetDateTime[]::new));
        return connection.preparedQuery(MARK).execute(values).replaceWithVoid();
    }

    /** @return the delivery, if it is broken now because it was tried often enough */
    static Uni<List<Delivery>> postpone(SqlConnection connection, long id, String reason, int mostAttempts) {
        return connection
                .preparedQuery(POSTPONE)
                .execute(Tuple.of(id, reason, mostAttempts))
                .map(rows -> rows.stream()
                        .filter(row -> row.getString("state").equals("BROKEN"))
                        .<Delivery>map(row -> new Delivery.Broken(id, row.getString("provider"), reason))
                        .toList());
    }

    private DeliveryRows() {}
}
