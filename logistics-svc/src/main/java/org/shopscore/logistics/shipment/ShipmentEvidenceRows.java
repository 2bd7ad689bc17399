package org.shopscore.logistics.shipment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.shopscore.logistics.evidence.Entry;
import org.shopscore.logistics.evidence.Evidence;
import org.shopscore.logistics.evidence.Span;
import org.shopscore.logistics.evidence.Standing;
import org.shopscore.logistics.evidence.Why;
import org.shopscore.logistics.sql.Fields;
import org.shopscore.metric.Measures;

/** The shipments behind the measures of their scans: one entry for each day that gaps of a shipment end on. */
@ApplicationScoped
class ShipmentEvidenceRows implements Evidence {

    @Override
    public Set<String> measures() {
        return Set.of(Measures.TRACKING_GAPS, Measures.TRACKING_GAP_SECONDS);
    }

    @Override
    public Uni<List<Entry>> page(SqlClient client, Span span, Entry.Place after, int limit) {
        return client.preparedQuery("""
                        select at, %s from (
                          select at, shipment_key from shipment_day
                           where shop_id = $1 and (at, shipment_key) > ($2, $3) and at < $4
                           order by at, shipment_key limit $5) as day
                        join shipment on key = shipment_key order by at, key""".formatted(ShipmentColumns.ALL))
                .execute(Tuple.of(
                        span.shopId(),
                        after.at().atOffset(ZoneOffset.UTC),
                        after.key(),
                        span.until().atOffset(ZoneOffset.UTC),
                        limit))
                .map(rows -> rows.stream().map(row -> entry(row, span)).toList());
    }

    @Override
    public Uni<Long> total(SqlClient client, Span span) {
        return client.preparedQuery("""
                        select coalesce(sum((change->'measures'->>$4)::bigint), 0)::bigint
                          from shipment_day join shipment on key = shipment_key,
                               jsonb_array_elements(contribution::jsonb->'changes') change
                         where shipment_day.shop_id = $1 and at >= $2 and at < $3
                           and (change->>'anchoredAt')::timestamptz = at""")
                .execute(Tuple.of(
                        span.shopId(),
                        span.from().atOffset(ZoneOffset.UTC),
                        span.until().atOffset(ZoneOffset.UTC),
                        span.measure()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static Entry entry(Row row, Span span) {
        var stored = ShipmentColumns.stored(row);
        var at = Fields.instant(row, "at");
        var standing =
                Standing.of(at, Why.COUNTED, List.of()).adding(stored.kept().amount(at, span.measure()));
        return new Entry(stored.id().key(), stored.id().ref(), standing);
    }
}
