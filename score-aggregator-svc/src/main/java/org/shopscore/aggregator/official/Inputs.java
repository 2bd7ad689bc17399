package org.shopscore.aggregator.official;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.score.Sums;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.aggregator.tile.TileBytes;

/** The inputs of scores, frozen by ingest and revised here. */
@ApplicationScoped
public class Inputs {

    private static final int AT_ONCE = 2_000;
    private static final String PAGE = "select " + Input.COLUMNS + " from score_input"
            + " where stat_date = $1 and partition = $2 and shop_id > $3 and revision = 0 order by shop_id limit "
            + AT_ONCE;
    private static final String NEWEST = "select " + Input.COLUMNS
            + " from score_input where stat_date = $1 and shop_id = $2 order by revision desc limit 1";
    private static final String ONE =
            "select " + Input.COLUMNS + " from score_input where stat_date = $1 and shop_id = $2 and revision = $3";

    private static final String STORE = """
            insert into score_input (stat_date, shop_id, revision, partition, sums, category_id, opened_on, kind, flags,
                products_on_sale)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;

    private final MeasureBook book;

    Inputs(MeasureBook book) {
        this.book = book;
    }

    /** Page after page of a partition's frozen inputs, each read when the one before has been dealt with. */
    public Multi<List<Input>> frozen(SqlClient client, LocalDate statDate, int partition) {
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

    /** A further revision. */
    Uni<Void> store(SqlClient connection, LocalDate statDate, Input input) {
        var profile = input.profile();
        Integer onSale = profile.productsOnSale().isPresent()
                ? (Integer) profile.productsOnSale().getAsInt()
                : null;
        return connection
                .preparedQuery(STORE)
                .execute(Tuple.tuple()
                        .addValue(statDate)
                        .addValue(input.shopId())
                        .addValue(input.revision())
                        .addValue((short) input.partition())
                        .addValue(packed(input.sums()))
                        .addValue(profile.category().orElse(null))
                        .addValue(profile.openedOn().orElse(null))
                        .addValue(profile.kind().map(Enum::name).orElse(null))
                        .addValue(profile.flags().stream().sorted().toArray(String[]::new))
                        .addValue(onSale))
                .replaceWithVoid();
    }

    private Buffer packed(Sums sums) {
        var ids = book.ids();
        var amounts = new Amounts();
        sums.amounts()
                .forEach((name, amount) ->
                        amounts.add(ids.named(name).orElseThrow().id(), amount));
        return Buffer.buffer(TileBytes.pack(amounts));
    }
}
