package org.shopscore.aggregator.entitlement.standing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.metric.Lane;

/** Writes what shops hold after a day. What is there is never written over: a later evaluation stands beside it. */
@ApplicationScoped
public class StandingRows {

    /** Arrays in an array would have to be of one length: they are joined, and no code has a comma. */
    private static String store(String evaluation) {
        return """
            insert into entitlement_day (stat_date, shop_id, evaluation, partition, held, since, reviews, recommended, days, kind, opened_on)
            select $1, shop_id, %s, partition,
                   string_to_array(held, ','), string_to_array(since, ',')::date[], string_to_array(reviews, ','), string_to_array(recommended, ','),
                   days, kind, opened_on
              from unnest($2::text[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::text[], $10::date[])
                   u (shop_id, partition, held, since, reviews, recommended, days, kind, opened_on)
            """.formatted(evaluation);
    }

    private static final String FIRST = store("0");
    private static final String NEXT = store(
            "coalesce(1 + (select max(e.evaluation) from entitlement_day e where e.shop_id = u.shop_id and e.stat_date = $1), 0)");

    public record Row(String shopId, ShopProfile profile, Standing standing) {}

    /** Of shops of which nothing is stored for the day. */
    public Uni<Void> storeFirst(SqlClient client, LocalDate statDate, List<Row> rows) {
        return store(client, FIRST, statDate, rows);
    }

    /** Beside what is stored of the shops for the day. */
    public Uni<Void> storeNext(SqlClient client, LocalDate statDate, List<Row> rows) {
        return store(client, NEXT, statDate, rows);
    }

    private static Uni<Void> store(SqlClient client, String statement, LocalDate statDate, List<Row> rows) {
        return client.preparedQuery(statement)
                .execute(Tuple.tuple()
                        .addValue(statDate)
                        .addValue(column(rows, Row::shopId, new String[0]))
                        .addValue(column(rows, row -> (short) Lane.of(row.shopId()), new Short[0]))
                        .addValue(column(
                                rows,
                                row -> String.join(",", row.standing().since().keySet()),
                                new String[0]))
                        .addValue(column(
                                rows, row -> joined(row.standing().since().values()), new String[0]))
                        .addValue(column(
                                rows, row -> String.join(",", row.standing().reviews()), new String[0]))
                        .addValue(column(
                                rows, row -> String.join(",", row.standing().recommended()), new String[0]))
                        .addValue(column(
                                rows,
                                row -> Buffer.buffer(
                                        DayBytes.pack(row.standing().days())),
                                new Buffer[0]))
                        .addValue(column(
                                rows,
                                row -> row.profile().kind().map(Enum::name).orElse(null),
                                new String[0]))
                        .addValue(column(rows, row -> row.profile().openedOn().orElse(null), new LocalDate[0])))
                .replaceWithVoid();
    }

    private static String joined(java.util.Collection<LocalDate> days) {
        return String.join(",", days.stream().map(LocalDate::toString).toList());
    }

    private static <T> T[] column(List<Row> rows, Function<Row, T> of, T[] type) {
        T[] values = Arrays.copyOf(type, rows.size());
        for (int at = 0; at < values.length; at++) {
            values[at] = of.apply(rows.get(at));
        }
        return values;
    }
}
