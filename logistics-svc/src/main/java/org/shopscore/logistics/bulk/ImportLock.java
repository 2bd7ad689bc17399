package org.shopscore.logistics.bulk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Lets one run of an import go on at a time, in whichever replica; a run that dies gives it back with its connection. */
final class ImportLock {

    private static final String KEY = "hashtextextended('import/' || $1, 0)";

    /** @return whether nobody else had it */
    static Uni<Boolean> take(SqlConnection connection, String id) {
        return ask(connection, "select pg_try_advisory_lock(" + KEY + ")", id);
    }

    /** A connection that is lost has given it back. */
    static Uni<Boolean> giveBack(SqlConnection connection, String id) {
        return ask(connection, "select pg_advisory_unlock(" + KEY + ")", id)
                .onFailure()
                .recoverWithItem(false);
    }

    private static Uni<Boolean> ask(SqlConnection connection, String sql, String id) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private ImportLock() {}
}
