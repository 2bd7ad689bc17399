package org.shopscore.logistics.carrier.counting;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.shopscore.logistics.carrier.performance.Cell;
import org.shopscore.logistics.carrier.performance.Figure;
import org.shopscore.logistics.carrier.performance.IsoWeek;
import org.shopscore.logistics.carrier.performance.Leg;
import org.shopscore.logistics.carrier.performance.MinuteHistogram;
import org.shopscore.logistics.region.Region;

/** Writes what changes in the carriers' weeks: one statement for all figures, two for all minutes. */
final class WeekRows {

    private static final String KEYS = "unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::text[]";
    private static final String COUNT = """
            insert into carrier_week_count as known (from_region, to_region, carrier, week, figure, amount)
            select * from %s, $6::bigint[])
            on conflict (from_region, to_region, carrier, week, figure)
              do update set amount = known.amount + excluded.amount""".formatted(KEYS);
    private static final String READ_MINUTES = """
            select from_region, to_region, carrier, week, leg, histogram from carrier_week_minutes
            where (from_region, to_region, carrier, week, leg) in (select * from %s))""".formatted(KEYS);
    private static final String WRITE_MINUTES = """
            insert into carrier_week_minutes (from_region, to_region, carrier, week, leg, histogram)
            select * from %s, $6::bytea[])
            on conflict (from_region, to_region, carrier, week, leg) do update set histogram = excluded.histogram""".formatted(KEYS);

    static Uni<Void> count(SqlConnection connection, Map<WeekKey<Figure>, Long> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var values = keys(changes.keySet()).addValue(changes.values().toArray(Long[]::new));
        return connection.preparedQuery(COUNT).execute(values).replaceWithVoid();
    }

    /** Nobody else may write them meanwhile. */
    static Uni<Void> time(SqlConnection connection, Map<WeekKey<Leg>, Map<Long, Long>> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(READ_MINUTES)
                .execute(keys(changes.keySet()))
                .map(rows -> changed(rows.stream().toList(), changes))
                .chain(now -> connection
                        .preparedQuery(WRITE_MINUTES)
                        .execute(keys(changes.keySet()).addValue(now)))
                .replaceWithVoid();
    }

    private static Buffer[] changed(List<Row> rows, Map<WeekKey<Leg>, Map<Long, Long>> changes) {
        var known = new HashMap<WeekKey<Leg>, MinuteHistogram>();
        rows.forEach(row -> known.put(
                key(row), MinuteHistogram.read(row.getBuffer("histogram").getBytes())));
        return changes.entrySet().stream()
                .map(one -> {
                    var histogram = known.getOrDefault(one.getKey(), MinuteHistogram.empty());
                    histogram.change(one.getValue());
                    return Buffer.buffer(histogram.write());
                })
                .toArray(Buffer[]::new);
    }

    private static WeekKey<Leg> key(Row row) {
        var cell = new Cell(
                row.getString("carrier"),
                new Region(row.getString("from_region")),
                new Region(row.getString("to_region")));
        return new WeekKey<>(cell, new IsoWeek(row.getLocalDate("week")), Leg.valueOf(row.getString("leg")));
    }

    private static <E extends Enum<E>> Tuple keys(Collection<WeekKey<E>> keys) {
        return Tuple.tuple()
                .addValue(column(keys, String[]::new, key -> key.cell().from().code()))
                .addValue(column(keys, String[]::new, key -> key.cell().to().code()))
                .addValue(column(keys, String[]::new, key -> key.cell().carrier()))
                .addValue(column(keys, LocalDate[]::new, key -> key.week().monday()))
                .addValue(column(keys, String[]::new, key -> key.what().name()));
    }

    private static <E extends Enum<E>, T> T[] column(
            Collection<WeekKey<E>> keys, IntFunction<T[]> array, Function<WeekKey<E>, T> of) {
        return keys.stream().map(of).toArray(array);
    }

    private WeekRows() {}
}
