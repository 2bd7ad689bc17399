package org.shopscore.aggregator.official;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.tile.MeasureBook;

/** Reads the inputs of scores. */
@ApplicationScoped
class Inputs {

    private static final int AT_ONCE = 2_000;
    private static final String PAGE = "select " + Input.COLUMNS + " from score_input"
            + " where stat_date = $1 and partition = $2 and shop_id > $3 and revision = 0 order by shop_id limit "
            + AT_ONCE;
    private static final String NEWEST = "select " + Input.COLUMNS
            + " from score_input where stat_date = $1 and shop_id = $2 order by revision desc limit 1";
    private static final String ONE =
            "select " + Input.COLUMNS + " from score_input where stat_date = $1 and shop_id = $2 and revision = $3";

    private final MeasureBook book;

    Inputs(MeasureBook book) {
        this.book = book;
    }

    /** Page after page of a partition's frozen inputs, each read when the one before has been dealt with. */
    Multi<List<Input>> frozen(SqlClient client, LocalDate statDate, int partition) {
        return Multi.createBy()
                .repeating()
                .uni(
                        Last::new,
                        last -> page(client, statDate, partition, last.shopId)
                                .invoke(page -> last.shopId =
                                        page.isEmpty() ? "" : page.getLast().shopId()))
                .whilst(page -> page.size() == AT_ONCE)
                .filter(page -> !page.isEmpty());
    }

    private static final class Last {
        private String shopId = "";
    }

    private Uni<List<Input>> page(SqlClient client, LocalDate statDate, int partition, String after) {
        return book.read(client)
                .chain(ids -> client.preparedQuery(PAGE)
                        .execute(Tuple.of(statDate, (short) partition, after))
                        .map(rows ->
                                rows.stream().map(row -> Input.of(row, ids)).toList()));
    }

    Uni<Optional<Input>> newest(SqlClient client, LocalDate statDate, String shopId) {
        return one(client, NEWEST, Tuple.of(statDate, shopId));
    }

    Uni<Optional<Input>> of(SqlClient client, LocalDate statDate, String shopId, int revision) {
        return one(client, ONE, Tuple.of(statDate, shopId, revision));
    }

    private Uni<Optional<Input>> one(SqlClient client, String query, Tuple values) {
        return book.read(client)
                .chain(ids -> client.preparedQuery(query)
                        .execute(values)
                        .map(rows ->
                                rows.stream().map(row -> Input.of(row, ids)).findFirst()));
    }
}
