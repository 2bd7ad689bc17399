package org.shopscore.logistics.order;

import static java.util.Map.entry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shopscore.logistics.evidence.Entry;
import org.shopscore.logistics.evidence.Evidence;
import org.shopscore.logistics.evidence.Span;
import org.shopscore.metric.Measures;

/** The orders behind a measure, found by the instant they count at: an index for each, as V151 makes them. */
@ApplicationScoped
class OrderEvidenceRows implements Evidence {

    private static final String PAID = "paid_at";
    private static final String PICKED_UP = "least(picked_up_at, parcels_picked_up_at)";
    private static final String SIGNED = "least(signed_at, parcels_signed_at)";
    private static final String PICKUP_DECIDED = "least(picked_up_at, parcels_picked_up_at, pickup_due_at)";
    private static final String DELIVERY_DECIDED = "least(signed_at, parcels_signed_at, delivery_due_at)";

    private static final Map<String, String> ANCHORS = Map.ofEntries(
            entry(Measures.ORDER_PAID, PAID),
            entry(Measures.ORDER_SIGNED, SIGNED),
            entry(Measures.DELIVERY_NEXT_DAY, SIGNED),
            entry(Measures.PICKUP_DONE, PICKED_UP),
            entry(Measures.PICKUP_SECONDS, PICKED_UP),
            entry(Measures.PICKUP_DUE, PICKUP_DECIDED),
            entry(Measures.PICKUP_ON_TIME, PICKUP_DECIDED),
            entry(Measures.DELIVERY_DUE, DELIVERY_DECIDED),
            entry(Measures.DELIVERY_ON_TIME, DELIVERY_DECIDED));

    @Override
    public Set<String> measures() {
        return OrderEvidence.MEASURES;
    }

    @Override
    public Uni<List<Entry>> page(SqlClient client, Span span, Entry.Place after, int limit) {
        return client.preparedQuery("""
                        select %2$s from orders where shop_id = $1 and (%1$s, key) > ($2, $3) and %1$s < $4
                        order by %1$s, key limit $5""".formatted(ANCHORS.get(span.measure()), OrderColumns.ALL))
                .execute(Tuple.of(
                        span.shopId(),
                        after.at().atOffset(ZoneOffset.UTC),
                        after.key(),
                        span.until().atOffset(ZoneOffset.UTC),
                        limit))
                .map(rows -> rows.stream()
                        .map(OrderColumns::stored)
                        .flatMap(order -> OrderEvidence.of(order.order(), order.kept(), span.measure())
                                .map(standing ->
                                        new Entry(order.id().key(), order.id().ref(), standing))
                                .stream())
                        .toList());
    }

    @Override
    public Uni<Long> total(SqlClient client, Span span) {
        return client.preparedQuery("""
                        select coalesce(sum((change->'measures'->>$4)::bigint), 0)::bigint
                          from orders, jsonb_array_elements(contribution::jsonb->'changes') change
                         where shop_id = $1 and %1$s >= $2 and %1$s < $3""".formatted(ANCHORS.get(span.measure())))
                .execute(Tuple.of(
                        span.shopId(),
                        span.from().atOffset(ZoneOffset.UTC),
                        span.until().atOffset(ZoneOffset.UTC),
                        span.measure()))
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
