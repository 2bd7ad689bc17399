package org.shopscore.logistics.incident.record;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.shopscore.logistics.evidence.Entry;
import org.shopscore.logistics.evidence.Evidence;
import org.shopscore.logistics.evidence.Span;
import org.shopscore.logistics.incident.IncidentEvidence;
import org.shopscore.metric.Measures;

/** The incidents behind the measure of exceptions. */
@ApplicationScoped
class IncidentEvidenceRows implements Evidence {

    @Override
    public Set<String> measures() {
        return Set.of(Measures.SHIPMENT_EXCEPTIONS);
    }

    @Override
    public Uni<List<Entry>> page(SqlClient client, Span span, Entry.Place after, int limit) {
        return client.preparedQuery("""
                        select %s from shipment_exception
                         where shop_id = $1 and (opened_at, key) > ($2, $3) and opened_at < $4
                         order by opened_at, key limit $5""".formatted(IncidentColumns.ALL))
                .execute(Tuple.of(
                        span.shopId(),
                        after.at().atOffset(ZoneOffset.UTC),
                        after.key(),
                        span.until().atOffset(ZoneOffset.UTC),
                        limit))
                .map(rows -> rows.stream()
                        .map(IncidentColumns::stored)
                        .map(stored -> new Entry(
                                stored.id().key(),
                                stored.id().ref(),
                                IncidentEvidence.of(stored.incident(), stored.kept())))
                        .toList());
    }

    @Override
    public Uni<Long> total(SqlClient client, Span span) {
        return client.preparedQuery("""
                        select coalesce(sum((change->'measures'->>$4)::bigint), 0)::bigint
                          from shipment_exception, jsonb_array_elements(contribution::jsonb->'changes') change
                         where shop_id = $1 and opened_at >= $2 and opened_at < $3""")
                .execute(Tuple.of(
                        span.shopId(),
                        span.from().atOffset(ZoneOffset.UTC),
                        span.until().atOffset(ZoneOffset.UTC),
                        span.measure()))
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
