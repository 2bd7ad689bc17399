package org.shopscore.logistics.listing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Reads several things as they all were at one instant of the database. */
@ApplicationScoped
public class Snapshots {

    private static final String BEGIN = "begin isolation level repeatable read read only";

    private final Pool pool;

    Snapshots(Pool pool) {
        this.pool = pool;
    }

    public <T> Uni<T> read(Function<SqlClient, Uni<T>> reading) {
        return pool.withConnection(connection -> execute(connection, BEGIN)
                .chain(() -> reading.apply(connection))
                .onTermination()
                .call(() -> execute(connection, "rollback")));
    }

    /** Holds a connection for as long as the reader takes. */
    public <T> Multi<T> stream(Function<SqlConnection, Multi<T>> reading) {
        return Multi.createFrom().resourceFromUni(this::open, reading).withFinalizer(this::close);
    }

    private Uni<SqlConnection> open() {
        return pool.getConnection()
                .chain(connection -> execute(connection, BEGIN)
                        .onFailure()
                        .call(connection::close)
                        .replaceWith(connection));
    }

    private Uni<Void> close(SqlConnection connection) {
        return execute(connection, "rollback").onTermination().call(connection::close);
    }

    private static Uni<Void> execute(SqlConnection connection, String sql) {
        return connection.query(sql).execute().replaceWithVoid();
    }
}
