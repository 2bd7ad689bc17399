package org.shopscore.logistics.listing;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The rows of one statement in pages, each read from the database when the one before is taken. */
public final class Cursors {

    /** @param connection within a transaction */
    public static Multi<RowSet<Row>> pages(SqlConnection connection, String select, Tuple values, int rows) {
        return Multi.createFrom()
                .resourceFromUni(() -> connection.prepare(select), statement -> pages(statement.cursor(values), rows))
                .withFinalizer(PreparedStatement::close);
    }

    private static Multi<RowSet<Row>> pages(Cursor cursor, int rows) {
        return Multi.createBy().repeating().uni(() -> cursor.read(rows)).whilst(_ -> cursor.hasMore());
    }

    private Cursors() {}
}
