package org.shopscore.logistics.sql;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The columns of rows that one statement writes: the rows come as arrays, one a column, from {@code $1} on. */
public final class Columns<T> {

    private final List<Column<T>> columns;

    public Columns(List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
    }

    /** These, and the others after them. */
    public Columns<T> and(Columns<T> others) {
        return new Columns<>(
                Stream.concat(columns.stream(), others.columns.stream()).toList());
    }

    /** {@code a, b} */
    public String names() {
        return join(Column::name);
    }

    /** {@code a = new.a, b = new.b} */
    public String assignments() {
        return join(column -> column.name() + " = new." + column.name());
    }

    /** The rows as a table expression {@code new}, to stand after {@code from}. */
    public String rows() {
        String casts = IntStream.range(0, columns.size())
                .mapToObj(i -> "$" + (i + 1) + "::" + arrayType(columns.get(i)))
                .collect(Collectors.joining(", "));
        return "(select " + join(Columns::value) + " from unnest(" + casts + ") as told(" + names() + ")) as new";
    }

    /** The number of the first parameter that is free. */
    public int next() {
        return columns.size() + 1;
    }

    public Tuple values(List<T> rows) {
        var tuple = Tuple.tuple();
        columns.forEach(column -> tuple.addValue(column.values().apply(rows)));
        return tuple;
    }

    private String join(Function<Column<T>, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }

    private static String arrayType(Column<?> column) {
        return column.isList() ? column.type() : column.type() + "[]";
    }

    private static String value(Column<?> column) {
        return column.isList() ? "string_to_array(" + column.name() + ", ',') as " + column.name() : column.name();
    }
}
