package org.shopscore.logistics.bulk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The table of what was not taken. */
final class RejectionRows {

    private static final String INSERT = """
            insert into import_rejection (import_id, line, n, code, field, message, given)
            select $1, * from unnest($2::bigint[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[])""";

    private static final String PAGE = "select * from import_rejection where import_id = $1 and (line, n) > ($2, $3)"
            + " order by line, n limit $4";

    static Uni<Void> insert(SqlClient client, String importId, List<Rejection> rejections) {
        if (rejections.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return client.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addString(importId)
                        .addValue(column(rejections, Long[]::new, Rejection::line))
                        .addValue(column(rejections, Integer[]::new, Rejection::n))
                        .addValue(column(rejections, String[]::new, Rejection::code))
                        .addValue(column(
                                rejections, String[]::new, one -> one.field().orElse(null)))
                        .addValue(column(rejections, String[]::new, Rejection::message))
                        .addValue(column(
                                rejections, String[]::new, one -> one.given().orElse(null))))
                .replaceWithVoid();
    }

    static Uni<Void> delete(SqlClient client, String importId) {
        return client.preparedQuery("delete from import_rejection where import_id = $1")
                .execute(Tuple.of(importId))
                .replaceWithVoid();
    }

    static Uni<List<Rejection>> page(SqlClient client, String importId, Rejection.Place after, int limit) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(importId, after.line(), after.n(), limit))
                .map(rows -> rows.stream().map(RejectionRows::rejection).toList());
    }

    private static Rejection rejection(Row row) {
        return new Rejection(
                row.getLong("line"),
                row.getInteger("n"),
                row.getString("code"),
                Optional.ofNullable(row.getString("field")),
                row.getString("message"),
                Optional.ofNullable(row.getString("given")));
    }

    private static <T> T[] column(List<Rejection> rejections, IntFunction<T[]> array, Function<Rejection, T> of) {
        return rejections.stream().map(of).toArray(array);
    }

    private RejectionRows() {}
}
