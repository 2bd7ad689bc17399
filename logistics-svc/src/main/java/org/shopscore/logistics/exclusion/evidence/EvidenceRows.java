package org.shopscore.logistics.exclusion.evidence;

import static org.shopscore.logistics.sql.Column.text;
import static org.shopscore.logistics.sql.Column.time;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.sql.Columns;
import org.shopscore.logistics.sql.Fields;

/** Writes and reads evidence. */
public final class EvidenceRows {

    /** The evidence of one order. */
    record OfOrder(String orderKey, Evidence evidence) {}

    private static final Columns<OfOrder> COLUMNS = new Columns<>(List.of(
            text("disruption_id", one -> one.evidence.disruptionId()),
            text("order_key", OfOrder::orderKey),
            text("leg", one -> one.evidence.leg().name()),
            text("place", one -> one.evidence.place().name()),
            text("region", one -> one.evidence.region().code()),
            time("leg_begin", one -> one.evidence.begin()),
            time("leg_end", one -> one.evidence.end())));

    private static final String FORGET = "delete from exclusion_evidence where order_key = any($1)";
    private static final String KEEP = "insert into exclusion_evidence (" + COLUMNS.names() + ") select "
            + COLUMNS.names() + " from " + COLUMNS.rows();
    private static final String PAGE = "select " + COLUMNS.names() + """
             from exclusion_evidence where disruption_id = $1 and (order_key, leg) > ($2, $3)
            order by order_key, leg limit $4""";

    /** Keeps this evidence of orders instead of all that there was. */
    public static Uni<Void> keep(
            SqlConnection connection, Collection<OrderId> orders, Map<OrderId, List<Evidence>> evidence) {
        var rows = evidence.entrySet().stream()
                .flatMap(of -> of.getValue().stream()
                        .map(one -> new OfOrder(of.getKey().key(), one)))
                .toList();
        return connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(orders.stream().map(OrderId::key).toArray(String[]::new)))
                .chain(() -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : connection
                                .preparedQuery(KEEP)
                                .execute(COLUMNS.values(rows))
                                .replaceWithVoid());
    }

    /** What a disruption excludes, by order and leg, after these. */
    static Uni<List<OfOrder>> page(SqlClient client, String disruptionId, String orderKey, String leg, int limit) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(disruptionId, orderKey, leg, limit))
                .map(rows -> rows.stream().map(EvidenceRows::ofOrder).toList());
    }

    private static OfOrder ofOrder(Row row) {
        return new OfOrder(
                row.getString("order_key"),
                new Evidence(
                        row.getString("disruption_id"),
                        Leg.valueOf(row.getString("leg")),
                        Place.valueOf(row.getString("place")),
                        new Region(row.getString("region")),
                        Fields.instant(row, "leg_begin"),
                        Fields.instant(row, "leg_end")));
    }

    private EvidenceRows() {}
}
