package org.shopscore.aggregator.ingest.commit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Rows turned into one array a column, for a statement with {@code unnest}: in the order of its parameters. */
final class Columns<T> {

    private final List<T> rows;
    private final Tuple values = Tuple.tuple();

    private Columns(List<T> rows) {
        this.rows = rows;
    }

    static <T> Columns<T> of(Stream<T> rows) {
        return new Columns<>(rows.toList());
    }

    Columns<T> smallint(ToIntFunction<T> value) {
        return column(row -> (short) value.applyAsInt(row), new Short[0]);
    }

    Columns<T> bigint(ToLongFunction<T> value) {
        return column(value::applyAsLong, new Long[0]);
    }

    Columns<T> text(Function<T, String> value) {
        return column(value, new String[0]);
    }

    /** @param value the day of the epoch */
    Columns<T> date(ToIntFunction<T> value) {
        return column(row -> LocalDate.ofEpochDay(value.applyAsInt(row)), new LocalDate[0]);
    }

    Columns<T> bytea(Function<T, Buffer> value) {
        return column(value, new Buffer[0]);
    }

    /** {@link Instant#MIN} stands for none. */
    Columns<T> instant(Function<T, Instant> value) {
        return column(row -> utc(value.apply(row)), new OffsetDateTime[0]);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.equals(Instant.MIN) ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private <V> Columns<T> column(Function<T, V> value, V[] type) {
        values.addValue(rows.stream().map(value).toList().toArray(type));
        return this;
    }

    /** Does nothing when there is no row. */
    Uni<Void> execute(SqlConnection connection, String statement) {
        return update(connection, statement).replaceWithVoid();
    }

    /** @return how many rows it wrote */
    Uni<Integer> update(SqlConnection connection, String statement) {
        return rows.isEmpty()
                ? Uni.createFrom().item(0)
                : connection.preparedQuery(statement).execute(values).map(done -> done.rowCount());
    }
}
