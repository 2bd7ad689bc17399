package org.shopscore.logistics.exclusion.task;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has all orders looked at again that a changed disruption touched or touches. A transaction that moved an order while the change
 * was on its way may not have seen it; so the orders are looked for once more when all transactions have ended that had begun to
 * write before this one that meets the change. Those that begin later see it themselves.
 */
@ApplicationScoped
public class ChangedDisruptions {

    private static final String MEET =
            "update disruption_change set settled_at = pg_current_xact_id() where settled_at is null"
                    + " returning disruption_id";

    private static final String SETTLED = """
            delete from disruption_change where id in (
              select id from disruption_change where settled_at <= pg_snapshot_xmin(pg_current_snapshot())
              for update skip locked)
            returning disruption_id""";

    private static final String ADD = """
            with changed as (select id, region, region || '~' as region_end, from_at, to_at
              from disruption where id = $1 and withdrawn_at is null),
            parcels as (
              select order_key from changed join shipment on from_region collate "C" >= region and from_region collate "C" < region_end
                join shipment_order on shipment_key = shipment.key
              union select order_key from changed join shipment on to_region collate "C" >= region and to_region collate "C" < region_end
                join shipment_order on shipment_key = shipment.key
              union select order_key from changed join scan on scan.region collate "C" >= changed.region and scan.region collate "C" < region_end
                join shipment using (carrier, waybill) join shipment_order on shipment_key = shipment.key)
            insert into exclusion_task (order_key)
            select order_key from exclusion_evidence where disruption_id = $1
            union select key from changed join orders on from_region collate "C" >= region and from_region collate "C" < region_end
              and greatest(pickup_due_at, delivery_due_at) >= from_at and paid_at < to_at
            union select key from changed join orders on to_region collate "C" >= region and to_region collate "C" < region_end
              and greatest(pickup_due_at, delivery_due_at) >= from_at and paid_at < to_at
            union select key from changed join parcels on true join orders on key = order_key
              and greatest(pickup_due_at, delivery_due_at) >= from_at and paid_at < to_at""";

    private final Pool pool;

    ChangedDisruptions(Pool pool) {
        this.pool = pool;
    }

    /** Two short looks at an empty table, when nothing has changed. */
    public Uni<Void> follow() {
        return pool.preparedQuery(MEET)
                .execute()
                .chain(met -> pool.withTransaction(connection -> add(connection, met)));
    }

    /** Once for those that are settled as soon as they are met. */
    private static Uni<Void> add(SqlConnection connection, RowSet<Row> met) {
        return connection
                .preparedQuery(SETTLED)
                .execute()
                .chain(settled -> add(
                        connection,
                        Stream.concat(met.stream(), settled.stream())
                                .map(row -> row.getString("disruption_id"))
                                .distinct()
                                .toList()));
    }

    private static Uni<Void> add(SqlConnection connection, List<String> changed) {
        return Multi.createFrom()
                .iterable(changed)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> connection.preparedQuery(ADD).execute(Tuple.of(id)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
