package org.shopscore.logistics.carrier.counting;

import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** On the management port: counts every parcel again from its rows, for when the regions have changed or the weeks were damaged. */
@ApplicationScoped
class CountingRoutes {

    private static final Logger LOG = Logger.getLogger(CountingRoutes.class);
    private static final String OUR_TURN = "select pg_advisory_xact_lock($1)";
    private static final String EVERY_PARCEL =
            "insert into carrier_parcel_moved (shipment_key) select key from shipment order by key";
    private static final List<String> FORGET =
            List.of("delete from carrier_week_count", "delete from carrier_week_minutes", "delete from carrier_parcel");

    private final Pool pool;

    CountingRoutes(Pool pool) {
        this.pool = pool;
    }

    void routes(@Observes ManagementInterface management) {
        management.router().post("/ops/carriers/recount").handler(this::recount);
    }

    private void recount(RoutingContext request) {
        pool.withTransaction(CountingRoutes::forget)
                .subscribe()
                .with(
                        parcels -> request.response()
                                .setStatusCode(202)
                                .putHeader("content-type", "application/json")
                                .end(new JsonObject().put("parcels", parcels).encode()),
                        failure -> {
                            LOG.warnf("carrier-recount=failed cause=%s", failure.getMessage());
                            request.fail(503);
                        });
    }

    /** The weeks fill up again, batch by batch. */
    private static Uni<Integer> forget(SqlConnection connection) {
        Uni<Void> all = connection
                .preparedQuery(OUR_TURN)
                .execute(Tuple.of(Counting.TURN))
                .replaceWithVoid();
        for (String one : FORGET) {
            all = all.chain(() -> connection.query(one).execute()).replaceWithVoid();
        }
        return all.chain(() -> connection.query(EVERY_PARCEL).execute()).map(rows -> rows.rowCount());
    }
}
