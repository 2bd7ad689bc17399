package org.shopscore.logistics.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import org.shopscore.problem.Refused;

/** The shops of which anything is known. */
public final class KnownShops {

    private static final String KNOWN = "select exists (select from orders where shop_id = $1)"
            + " or exists (select from shipment_exception where shop_id = $1)";

    /** @throws Refused 404 {@code unknown-shop} */
    public static Uni<Void> require(SqlClient client, String shopId) {
        return client.preparedQuery(KNOWN)
                .execute(Tuple.of(shopId))
                .invoke(rows -> {
                    if (!rows.iterator().next().getBoolean(0)) {
                        throw new Refused(404, "unknown-shop", "nothing is known of a shop " + shopId);
                    }
                })
                .replaceWithVoid();
    }

    private KnownShops() {}
}
