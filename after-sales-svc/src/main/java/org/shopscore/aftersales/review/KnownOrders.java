package org.shopscore.aftersales.review;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shopscore.metric.BoundBroken;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.OrderFacts;
import org.shopscore.outbox.Outbox;

/** The copy of the orders' facts: many learnt in one transaction, and with them what their reviews contribute. */
@ApplicationScoped
class KnownOrders {

    /** Locks in key order. An older version, or the same again, changes nothing and is not returned. */
    private static final String LEARN = """
            insert into order_reviews as known (key, paid_at, valid, signed_at, facts_version, contribution)
            select told.*, $6::text
            from unnest($1::text[], $2::timestamptz[], $3::boolean[], $4::timestamptz[], $5::bigint[])
                 as told (key, paid_at, valid, signed_at, version)
            order by told.key collate "C"
            on conflict (key) do update
            set paid_at = excluded.paid_at, valid = excluded.valid, signed_at = excluded.signed_at,
                facts_version = excluded.facts_version
            where known.facts_version is null or known.facts_version < excluded.facts_version
            returning key""";

    private static final String MOVE = """
            with moved as (
                update order_reviews o set contribution = m.contribution
                from unnest($1::text[], $2::text[]) as m (key, contribution)
                where o.key = m.key
                returning o.key, o.facts_version, o.contribution)
            insert into review_history (order_key, what, at, contribution)
            select key, 'FACTS ' || facts_version, h.at, contribution
            from moved join unnest($1::text[], $3::timestamptz[]) as h (key, at) using (key)""";

    private final Pool pool;
    private final Outbox outbox;
    private final PoisonFacts poison;

    KnownOrders(Pool pool, Outbox outbox, PoisonFacts poison) {
        this.pool = pool;
        this.outbox = outbox;
        this.poison = poison;
    }

    Uni<Void> learn(Collection<OrderFacts> told) {
        var newest = new TreeMap<String, OrderFacts>();
        told.forEach(facts -> newest.merge(facts.key(), facts, KnownOrders::newer));
        return pool.withTransaction(connection -> learn(connection, newest)).invoke(outbox::ring);
    }

    private static OrderFacts newer(OrderFacts one, OrderFacts other) {
        return one.version() < other.version() ? other : one;
    }

    private Uni<Void> learn(SqlConnection connection, SortedMap<String, OrderFacts> newest) {
        return connection
                .preparedQuery(LEARN)
                .execute(arrays(newest))
                .chain(learnt -> StoredOrder.read(connection, StoredOrder.keys(learnt)))
                .map(orders -> orders.stream().flatMap(this::moved).toList())
                .chain(moved -> moved.isEmpty() ? Uni.createFrom().voidItem() : save(connection, moved));
    }

    private static Tuple arrays(SortedMap<String, OrderFacts> newest) {
        var facts = List.copyOf(newest.values());
        return Tuple.from(Arrays.asList(
                newest.keySet().toArray(String[]::new),
                facts.stream().map(OrderFacts::paidAt).map(KnownOrders::utc).toArray(OffsetDateTime[]::new),
                facts.stream().map(OrderFacts::valid).toArray(Boolean[]::new),
                facts.stream()
                        .map(OrderFacts::signedAt)
                        .map(at -> at.map(KnownOrders::utc).orElse(null))
                        .toArray(OffsetDateTime[]::new),
                facts.stream().map(OrderFacts::version).toArray(Long[]::new),
                EventJson.write(Contribution.none())));
    }

    /** A rating whose day its event may not name any more stays uncounted, and does not stop the others. */
    private Stream<MovedOrder> moved(StoredOrder stored) {
        try {
            return MovedOrder.of(stored).stream();
        } catch (BoundBroken broken) {
            poison.note(stored.key().toString(), broken);
            return Stream.empty();
        }
    }

    private Uni<Void> save(SqlConnection connection, List<MovedOrder> moved) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.of(
                        moved.stream().map(order -> order.key().toString()).toArray(String[]::new),
                        moved.stream()
                                .map(order -> EventJson.write(order.now()))
                                .toArray(String[]::new),
                        moved.stream().map(order -> utc(order.at())).toArray(OffsetDateTime[]::new)))
                .chain(() -> outbox.append(
                        connection, moved.stream().map(MovedOrder::event).toList()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
