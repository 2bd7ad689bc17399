package org.shopscore.aggregator.benchmark.kept;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.benchmark.Benchmark;
import org.shopscore.aggregator.benchmark.Benchmarks;

/** The benchmarks as they are stored. They can be seen once their day is published. */
@ApplicationScoped
public class BenchmarkRows {

    private static final Logger LOG = Logger.getLogger(BenchmarkRows.class);

    // Partitions of a day are scored at the same time by several processes, and all of them count in the same rows.
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtext('category-benchmarks'), $1::date - date '2000-01-01'),
                   exists (select 1 from official_day where stat_date = $1 and benchmarked) as benchmarked
            """;
    private static final String COLUMNS = "select b.category_id, b.subject, b.numerator, b.denominator, b.points ";
    private static final String SOME = COLUMNS + """
              from category_benchmark b join unnest($2::text[], $3::text[]) w (category_id, subject)
                on b.category_id = w.category_id and b.subject = w.subject
             where b.stat_date = $1
            """;
    private static final String OF_CATEGORY = COLUMNS + """
              from category_benchmark b
              join official_day d on d.stat_date = b.stat_date and d.published_at is not null and d.benchmarked
             where b.stat_date = $1 and b.category_id = $2
            """;
    private static final String PUBLISHED = """
            select max(stat_date) from official_day
             where published_at is not null and benchmarked and ($1::date is null or stat_date = $1)
            """;
    private static final String STORE = """
            insert into category_benchmark (stat_date, category_id, subject, numerator, denominator, shops, points)
            select $1, * from unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::integer[], $7::bytea[])
            on conflict (stat_date, category_id, subject) do update set numerator = excluded.numerator,
                denominator = excluded.denominator, shops = excluded.shops, points = excluded.points
            """;

    /** Adds the changes to the benchmarks of the day, as part of the transaction; a day that was run without them stays without. */
    public Uni<Void> merge(SqlConnection connection, LocalDate statDate, Benchmarks changes) {
        if (changes.all().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(statDate))
                .chain(rows -> rows.iterator().next().getBoolean("benchmarked")
                        ? stored(connection, statDate, changes).chain(stored -> {
                            stored.add(changes);
                            return store(connection, statDate, whole(statDate, stored));
                        })
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Benchmarks> stored(SqlConnection connection, LocalDate statDate, Benchmarks changes) {
        var keys = List.copyOf(changes.all().keySet());
        return connection
                .preparedQuery(SOME)
                .execute(Tuple.of(
                        statDate,
                        keys.stream().map(Benchmarks.Key::category).toArray(String[]::new),
                        keys.stream().map(Benchmarks.Key::subject).toArray(String[]::new)))
                .map(BenchmarkRows::benchmarks);
    }

    /** A benchmark that is out of step must not keep a score from being revised: it stays as it is, and is told. */
    private static List<Map.Entry<Benchmarks.Key, Benchmark>> whole(LocalDate statDate, Benchmarks stored) {
        return stored.all().entrySet().stream()
                .filter(entry -> {
                    if (!entry.getValue().isWhole()) {
                        LOG.errorf("benchmark=out-of-step day=%s of=%s", statDate, entry.getKey());
                    }
                    return entry.getValue().isWhole();
                })
                .toList();
    }

    private static Uni<Void> store(
            SqlConnection connection, LocalDate statDate, List<Map.Entry<Benchmarks.Key, Benchmark>> benchmarks) {
        return connection
                .preparedQuery(STORE)
                .execute(Tuple.tuple()
                        .addValue(statDate)
                        .addValue(column(benchmarks, one -> one.getKey().category(), new String[0]))
                        .addValue(column(benchmarks, one -> one.getKey().subject(), new String[0]))
                        .addValue(column(benchmarks, one -> one.getValue().numerator(), new Long[0]))
                        .addValue(column(benchmarks, one -> one.getValue().denominator(), new Long[0]))
                        .addValue(column(
                                benchmarks, one -> one.getValue().points().shops(), new Integer[0]))
                        .addValue(column(
                                benchmarks,
                                one -> Buffer.buffer(
                                        HistogramBytes.pack(one.getValue().points())),
                                new Buffer[0])))
                .replaceWithVoid();
    }

    private static <T> T[] column(
            List<Map.Entry<Benchmarks.Key, Benchmark>> all,
            Function<Map.Entry<Benchmarks.Key, Benchmark>, T> of,
            T[] type) {
        return all.stream().map(of).toList().toArray(type);
    }

    /** @return the day that is asked for, or without one the newest, if it is published and has benchmarks */
    public Uni<Optional<LocalDate>> publishedDay(SqlClient client, Optional<LocalDate> asked) {
        return client.preparedQuery(PUBLISHED)
                .execute(Tuple.of(asked.orElse(null)))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getLocalDate(0)));
    }

    /** By subject; nothing of a day that is not published, and of one from before there were benchmarks. */
    public Uni<Map<String, Benchmark>> of(SqlClient client, LocalDate statDate, String category) {
        return client.preparedQuery(OF_CATEGORY)
                .execute(Tuple.of(statDate, category))
                .map(rows -> {
                    var bySubject = new HashMap<String, Benchmark>();
                    benchmarks(rows).all().forEach((key, benchmark) -> bySubject.put(key.subject(), benchmark));
                    return bySubject;
                });
    }

    private static Benchmarks benchmarks(RowSet<Row> rows) {
        var benchmarks = new Benchmarks();
        rows.forEach(row -> benchmarks
                .all()
                .put(
                        new Benchmarks.Key(row.getString("category_id"), row.getString("subject")),
                        new Benchmark(
                                row.getLong("numerator"),
                                row.getLong("denominator"),
                                HistogramBytes.unpack(row.getBuffer("points").getBytes()))));
        return benchmarks;
    }
}
