package org.shopscore.aggregator.category;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The tree and the averages as they are stored. */
@ApplicationScoped
public class AverageRows {

    private static final String TREE = "select category_id, parent_id from category";
    private static final String TREE_OF_DAY =
            "select category_id, parent_id from official_category where stat_date = $1";
    private static final String KEEP_TREE =
            "insert into official_category select $1, category_id, parent_id from category";
    private static final String OF_DAY =
            "select category_id, metric, numerator, denominator, shops from category_average where stat_date = $1";
    private static final String STORE = """
            insert into category_average (stat_date, category_id, metric, numerator, denominator, shops)
            select $1, * from unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::integer[])
            """;

    public Uni<Tree> tree(SqlClient client) {
        return client.query(TREE).execute().map(AverageRows::tree);
    }

    /** As it was when the day was run. */
    public Uni<Tree> tree(SqlClient client, LocalDate statDate) {
        return client.preparedQuery(TREE_OF_DAY).execute(Tuple.of(statDate)).map(AverageRows::tree);
    }

    public Uni<Void> keepTree(SqlClient client, LocalDate statDate) {
        return client.preparedQuery(KEEP_TREE).execute(Tuple.of(statDate)).replaceWithVoid();
    }

    private static Tree tree(RowSet<Row> rows) {
        var parents = new HashMap<String, Optional<String>>();
        rows.forEach(row -> parents.put(row.getString("category_id"), Optional.ofNullable(row.getString("parent_id"))));
        return new Tree(Map.copyOf(parents));
    }

    public Uni<Averages> of(SqlClient client, LocalDate statDate) {
        return client.preparedQuery(OF_DAY).execute(Tuple.of(statDate)).map(AverageRows::averages);
    }

    private static Averages averages(RowSet<Row> rows) {
        var averages = new HashMap<Averages.Key, Average>();
        rows.forEach(row -> averages.put(
                new Averages.Key(row.getString("category_id"), row.getString("metric")),
                new Average(row.getLong("numerator"), row.getLong("denominator"), row.getInteger("shops"))));
        return new Averages(averages);
    }

    public Uni<Void> store(SqlClient client, LocalDate statDate, Averages averages) {
        var all = List.copyOf(averages.all().entrySet());
        return client.preparedQuery(STORE)
                .execute(Tuple.tuple()
                        .addValue(statDate)
                        .addValue(column(all, average -> average.getKey().category(), new String[0]))
                        .addValue(column(all, average -> average.getKey().metric(), new String[0]))
                        .addValue(column(all, average -> average.getValue().numerator(), new Long[0]))
                        .addValue(column(all, average -> average.getValue().denominator(), new Long[0]))
                        .addValue(column(all, average -> average.getValue().shops(), new Integer[0])))
                .replaceWithVoid();
    }

    private static <T> T[] column(
            List<Map.Entry<Averages.Key, Average>> all, Function<Map.Entry<Averages.Key, Average>, T> of, T[] type) {
        return all.stream().map(of).toList().toArray(type);
    }
}
