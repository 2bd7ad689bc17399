package org.shopscore.logistics.carrier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shopscore.logistics.sql.Column;
import org.shopscore.logistics.sql.Columns;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.Refused;

/** A table of things that a desk edits, each edit made from the version it names; its rows have a {@code version}. */
public final class VersionedTable<T> {

    /** A thing as it is stored. */
    public record Stored<T>(T value, long version) {}

    /** A thing after a command. */
    public record Put<T>(Stored<T> stored, boolean isNew) {}

    private final Columns<T> key;
    private final Columns<T> all;
    private final Function<Row, T> read;
    private final String lock;
    private final String insert;
    private final String update;

    public VersionedTable(String name, List<Column<T>> key, List<Column<T>> edited, Function<Row, T> read) {
        var values = new Columns<>(edited);
        this.key = new Columns<>(key);
        this.all = this.key.and(values);
        this.read = read;
        this.lock = "select " + columns() + " from " + name + " as old join " + this.key.rows() + " using ("
                + this.key.names() + ") for no key update of old";
        this.insert = "insert into " + name + " (" + columns() + ") select " + all.names() + ", 1 from " + all.rows()
                + " on conflict do nothing";
        this.update = "update " + name + " as old set " + values.assignments() + ", version = version + 1 from "
                + all.rows() + " where (" + prefixed("old") + ") = (" + prefixed("new") + ")";
    }

    /** All columns, to select. */
    public String columns() {
        return all.names() + ", version";
    }

    public Stored<T> stored(Row row) {
        return new Stored<>(read.apply(row), row.getLong("version"));
    }

    /**
     * Creates or edits; the same again changes nothing.
     *
     * @param ifMatch the version that the edit was made from, null when it says none
     * @throws Refused 428, 412 as {@link IfMatch#require} when something else is stored
     */
    public Uni<Put<T>> put(SqlConnection connection, T given, String ifMatch) {
        return locked(connection, given)
                .chain(known -> known.map(old -> edit(connection, old, given, ifMatch))
                        .orElseGet(() -> create(connection, given, ifMatch)));
    }

    private Uni<Optional<Stored<T>>> locked(SqlConnection connection, T given) {
        return connection
                .preparedQuery(lock)
                .execute(key.values(List.of(given)))
                .map(rows -> rows.stream().map(this::stored).findFirst());
    }

    private Uni<Put<T>> create(SqlConnection connection, T given, String ifMatch) {
        return connection
                .preparedQuery(insert)
                .execute(all.values(List.of(given)))
                .chain(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().item(new Put<>(new Stored<>(given, 1), true))
                        : put(connection, given, ifMatch));
    }

    private Uni<Put<T>> edit(SqlConnection connection, Stored<T> old, T given, String ifMatch) {
        if (old.value().equals(given)) {
            return Uni.createFrom().item(new Put<>(old, false));
        }
        IfMatch.require(ifMatch, old.version());
        return connection
                .preparedQuery(update)
                .execute(all.values(List.of(given)))
                .replaceWith(new Put<>(new Stored<>(given, old.version() + 1), false));
    }

    private String prefixed(String table) {
        return table + "." + key.names().replace(", ", ", " + table + ".");
    }
}
