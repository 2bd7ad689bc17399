package org.shopscore.logistics.incident.record;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shopscore.logistics.incident.IncidentMeasures;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.outbox.FactRow;
import org.shopscore.outbox.FactRows;

/** The incidents as recount, reconcile and repair walk them. */
@ApplicationScoped
class IncidentFactRows implements FactRows {

    private static final String PAGE =
            "select " + IncidentColumns.ALL + " from shipment_exception where key > $1 order by key limit $2";

    @Override
    public Uni<List<FactRow>> page(SqlConnection connection, String afterKey, int limit, boolean lock) {
        return connection
                .preparedQuery(lock ? PAGE + " for update" : PAGE)
                .execute(Tuple.of(afterKey, limit))
                .map(rows -> rows.stream()
                        .map(IncidentColumns::stored)
                        .map(IncidentFactRows::factRow)
                        .toList());
    }

    @Override
    public Uni<Void> keep(SqlConnection connection, String key, Contribution now) {
        return connection
                .preparedQuery("update shipment_exception set contribution = $2 where key = $1")
                .execute(Tuple.of(key, EventJson.write(now)))
                .replaceWithVoid();
    }

    private static FactRow factRow(StoredIncident stored) {
        var id = stored.id();
        return new FactRow(id.key(), id.shopId(), id.ref(), stored.kept(), IncidentMeasures.of(stored.incident()));
    }
}
