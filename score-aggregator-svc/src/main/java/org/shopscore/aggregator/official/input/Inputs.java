package org.shopscore.aggregator.official.input;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.aggregator.tile.TileBytes;
import org.shopscore.metric.Lane;

/** The inputs of scores: revision 0 frozen by ingest, each later one written here. */
@ApplicationScoped
public class Inputs {

    private static final String COLUMNS = """
            select shop_id, revision, partition, sums, category_id, opened_on, kind, flags, products_on_sale,
                   (select l.matured from official_lane l where l.stat_date = i.stat_date and l.partition = i.partition) as matured
              from score_input i
            """;
    private static final String NEWEST =
            COLUMNS + "where stat_date = $1 and shop_id = $2 order by revision desc limit 1";
    private static final String ONE = COLUMNS + "where stat_date = $1 and shop_id = $2 and revision = $3";

    private static final String STORE = """
            insert into score_input (stat_date, shop_id, revision, partition, sums, category_id, opened_on, kind, flags,
                products_on_sale)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;

    private final MeasureBook book;

    public Inputs(MeasureBook book) {
        this.book = book;
    }

    /** Some shops at a time of a partition's frozen inputs, in the order of their ids, each read when those before have been dealt with. */
    public Multi<List<Input>> frozen(SqlClient client, LocalDate statDate, int partition) {
        return book.read(client)
                .onItem()
                .transformToMulti(ids -> Multi.createBy()
                        .repeating()
                        .uni(
                                Last::new,
                                last -> InputPages.after(client, statDate, partition, last.shopId, ids)
                                        .invoke(last::is))
                        .whilst(inputs -> !inputs.isEmpty())
                        .filter(inputs -> !inputs.isEmpty()));
    }

    private static final class Last {
        private String shopId = "";

        private void is(List<Input> inputs) {
            if (!inputs.isEmpty()) {
                shopId = inputs.getLast().shopId();
            }
        }
    }

    public Uni<Optional<Input>> newest(SqlClient client, LocalDate statDate, String shopId) {
        return book.read(client)
                .chain(ids -> revised(client, NEWEST, Tuple.of(statDate, shopId), ids)
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(found)
                                : InputPages.of(client, statDate, shopId, ids)));
    }

    public Uni<Optional<Input>> of(SqlClient client, LocalDate statDate, String shopId, int revision) {
        return book.read(client)
                .chain(ids -> revision == 0
                        ? InputPages.of(client, statDate, shopId, ids)
                        : revised(client, ONE, Tuple.of(statDate, shopId, revision), ids));
    }

    private static Uni<Optional<Input>> revised(SqlClient client, String query, Tuple values, MeasureIds ids) {
        return client.preparedQuery(query)
                .execute(values)
                .map(rows -> rows.stream().map(row -> input(row, ids)).findFirst());
    }

    private static Input input(Row row, MeasureIds ids) {
        return new Input(
                row.getString("shop_id"),
                row.getInteger("revision"),
                row.getShort("partition"),
                new StoredSums(TileBytes.unpack(row.getBuffer("sums").getBytes()), ids, FrozenMaturities.of(row)),
                InputPages.profile(row));
    }

    /**
     * Stores a further revision.
     *
     * @param before empty for a shop of which nothing was known at the cut-off: it begins with a revision of nothing
     * @param matured what the inputs of the partition hold besides measures
     * @param more   what became known since, by the names that it counts under
     */
    public Uni<Input> revise(
            SqlClient connection,
            LocalDate statDate,
            String shopId,
            Optional<Input> before,
            Maturities matured,
            Map<String, Long> more) {
        Input input = before.map(was -> new Input(
                        shopId, was.revision() + 1, was.partition(), was.sums().plus(more), was.profile()))
                .orElseGet(() -> new Input(
                        shopId,
                        1,
                        Lane.of(shopId),
                        new StoredSums(new Amounts(), book.ids(), matured).plus(more),
                        ShopProfile.UNKNOWN));
        return store(connection, statDate, input).replaceWith(input);
    }

    private static Uni<Void> store(SqlClient connection, LocalDate statDate, Input input) {
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
                        .addValue(Buffer.buffer(TileBytes.pack(input.sums().amounts())))
                        .addValue(profile.category().orElse(null))
                        .addValue(profile.openedOn().orElse(null))
                        .addValue(profile.kind().map(Enum::name).orElse(null))
                        .addValue(profile.flags().stream().sorted().toArray(String[]::new))
                        .addValue(onSale))
                .replaceWithVoid();
    }
}
