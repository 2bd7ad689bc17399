package org.shopscore.logistics.incident.desk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.problem.Refused;

/** Knows which shipments were sent in another one's stead. */
@ApplicationScoped
class Reshipments {

    private static final String REPLACES = "select key from shipment where key = $1 and replaces = $2";

    private final Pool pool;

    Reshipments(Pool pool) {
        this.pool = pool;
    }

    /** @throws Refused 422 {@code not-a-reshipment} */
    Uni<Void> require(ShipmentId lost, String reshipmentId) {
        var again = new ShipmentId(lost.shopId(), reshipmentId);
        return pool.preparedQuery(REPLACES)
                .execute(Tuple.of(again.key(), lost.shipmentId()))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Refused.field(
                                422,
                                "not-a-reshipment",
                                "shipmentId",
                                "must be a shipment of the shop that replaces " + lost.shipmentId(),
                                reshipmentId);
                    }
                })
                .replaceWithVoid();
    }
}
