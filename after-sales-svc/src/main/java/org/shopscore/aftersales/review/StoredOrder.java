package org.shopscore.aftersales.review;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.OrderFacts;

/**
 * An order with its reviews as the plain client reads many at once.
 *
 * @param kept what was sent for it
 */
record StoredOrder(OrderKey key, RatedOrder order, Contribution kept) {

    private static final String READ = """
            select o.key, o.paid_at, o.valid, o.signed_at, o.facts_version, o.contribution,
                   r.review_id, r.stars, r.rated_at, r.removed_at
            from order_reviews o left join review r on r.order_key = o.key
            where o.key = any($1) order by o.key""";

    /** In key order. One statement, so that an order and its reviews are of one moment. */
    static Uni<List<StoredOrder>> read(SqlConnection connection, List<String> keys) {
        return connection
                .preparedQuery(READ)
                .execute(Tuple.of(keys.toArray(String[]::new)))
                .map(rows -> {
                    var byKey = new LinkedHashMap<String, StoredOrder>();
                    rows.forEach(row -> byKey.merge(row.getString("key"), of(row), StoredOrder::and));
                    return List.copyOf(byKey.values());
                });
    }

    static List<String> keys(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("key"))
                .toList();
    }

    Contribution now() {
        return ReviewMeasures.of(order);
    }

    private static StoredOrder of(Row row) {
        var key = OrderKey.parse(row.getString("key"));
        return new StoredOrder(
                key,
                new RatedOrder(facts(key, row), reviews(row)),
                EventJson.readContribution(row.getString("contribution")));
    }

    private StoredOrder and(StoredOrder next) {
        var reviews = new ArrayList<>(order.reviews());
        reviews.addAll(next.order.reviews());
        return new StoredOrder(key, new RatedOrder(order.facts(), reviews), kept);
    }

    private static Optional<OrderFacts> facts(OrderKey key, Row row) {
        return Optional.ofNullable(row.getLong("facts_version"))
                .map(version -> new OrderFacts(
                        key.shopId(),
                        key.orderId(),
                        instant(row, "paid_at").orElseThrow(),
                        row.getBoolean("valid"),
                        instant(row, "signed_at"),
                        version));
    }

    private static List<Review> reviews(Row row) {
        return Optional.ofNullable(row.getString("review_id")).stream()
                .map(id -> new Review(
                        id,
                        row.getInteger("stars"),
                        instant(row, "rated_at").orElseThrow(),
                        instant(row, "removed_at")))
                .toList();
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
