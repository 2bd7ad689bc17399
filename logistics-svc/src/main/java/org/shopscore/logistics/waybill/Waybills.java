package org.shopscore.logistics.waybill;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;

/**
 * Holds waybills for a transaction, so that scans of a waybill and the shipments that name it do not miss each other: neither
 * is there to be locked when the other looks for it.
 */
public final class Waybills {

    /** Each takes a place in the table of locks that all transactions share. */
    public static final int MOST = 200;

    private static final String HOLD = """
            select pg_advisory_xact_lock(place) from (
              select distinct hashtextextended(waybill, 0) as place from unnest($1::text[]) as waybill order by place) as places""";

    /** Waits until nobody else holds them; until the transaction ends nobody else will. The first thing a transaction locks. */
    public static Uni<Void> hold(SqlConnection connection, Collection<Waybill> waybills) {
        if (waybills.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " waybills at once, were " + waybills.size());
        }
        return connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(waybills.stream().map(Waybill::key).toArray(String[]::new)))
                .replaceWithVoid();
    }

    private Waybills() {}
}
