package org.shopscore.aggregator.entitlement.held;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Held to the end of the transaction: no day begins to be run while entitlements of the days before it are judged again. */
public final class RunLock {

    private static final String TAKE = "select pg_advisory_xact_lock(hashtext('entitlements'))";

    public static Uni<Void> take(SqlConnection connection) {
        return connection.query(TAKE).execute().replaceWithVoid();
    }

    private RunLock() {}
}
