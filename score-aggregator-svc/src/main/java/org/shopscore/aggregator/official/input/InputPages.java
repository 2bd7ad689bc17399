package org.shopscore.aggregator.official.input;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.aggregator.tile.page.LaneSums;
import org.shopscore.metric.Lane;

/** The frozen inputs of a day as they are stored. What is stored is never changed. */
public final class InputPages {

    /** Pages; a usual one has about a hundred shops. */
    private static final int AT_ONCE = 20;

    private static final String REGISTERED =
            "select shop_id, category_id, opened_on, kind, flags, products_on_sale from shop where lane = $1";
    private static final String BEFORE = """
            select shops from input_page where partition = $2 and stat_date =
             (select stat_date from input_page where stat_date < $1 and partition = $2 order by stat_date desc limit 1)
            """;
    private static final String STORE =
            "insert into input_page (stat_date, partition, first_shop, shops, inputs) values ($1, $2, $3, $4, $5)";
    private static final String COLUMNS =
            "select shops, inputs, (select matured from official_lane where stat_date = $1 and partition = $2) as matured from input_page";
    private static final String AFTER = COLUMNS
            + " where stat_date = $1 and partition = $2 and first_shop > $3 order by first_shop limit " + AT_ONCE;
    private static final String OF_SHOP =
            COLUMNS + " where stat_date = $1 and partition = $2 and first_shop <= $3 order by first_shop desc limit 1";

    /**
     * Stores what was counted and what the registry says, and keeps the shops that have neither any more.
     *
     * @param counted all shops of the partition that have anything in the day's window, in the order of their ids
     * @return how many shops
     */
    public static Uni<Integer> freeze(
            SqlClient client, LocalDate statDate, int partition, List<LaneSums.Shop> counted) {
        return registered(client, partition)
                .chain(registered -> before(client, statDate, partition)
                        .emitOn(Infrastructure.getDefaultExecutor())
                        .map(before -> InputPage.of(counted, registered, before)))
                .chain(pages -> store(client, statDate, partition, pages)
                        .replaceWith(pages.stream()
                                .mapToInt(page -> page.shops().size())
                                .sum()));
    }

    private static Uni<Map<String, ShopProfile>> registered(SqlClient client, int partition) {
        return client.preparedQuery(REGISTERED)
                .execute(Tuple.of((short) partition))
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(rows -> {
                    var registered = new HashMap<String, ShopProfile>();
                    rows.forEach(row -> registered.put(row.getString("shop_id"), profile(row)));
                    return registered;
                });
    }

    private static Uni<List<String>> before(SqlClient client, LocalDate statDate, int partition) {
        return client.preparedQuery(BEFORE)
                .execute(Tuple.of(statDate, (short) partition))
                .map(rows -> rows.stream()
                        .flatMap(row -> Arrays.stream(row.getArrayOfStrings("shops")))
                        .toList());
    }

    private static Uni<Void> store(SqlClient client, LocalDate statDate, int partition, List<InputPage> pages) {
        return pages.isEmpty()
                ? Uni.createFrom().voidItem()
                : client.preparedQuery(STORE)
                        .executeBatch(pages.stream()
                                .map(page -> Tuple.of(
                                        statDate,
                                        (short) partition,
                                        page.shops().getFirst(),
                                        page.shops().toArray(String[]::new),
                                        page.inputs()))
                                .toList())
                        .replaceWithVoid();
    }

    /** Some pages of a partition, in the order of their shops. */
    static Uni<List<Input>> after(SqlClient client, LocalDate statDate, int partition, String shopId, MeasureIds ids) {
        return client.preparedQuery(AFTER)
                .execute(Tuple.of(statDate, (short) partition, shopId))
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(rows -> rows.stream()
                        .flatMap(row -> page(row).all(partition, ids, FrozenMaturities.of(row)).stream())
                        .toList());
    }

    /** Empty for a shop of which nothing was known at the cut-off. */
    static Uni<Optional<Input>> of(SqlClient client, LocalDate statDate, String shopId, MeasureIds ids) {
        int partition = Lane.of(shopId);
        return client.preparedQuery(OF_SHOP)
                .execute(Tuple.of(statDate, (short) partition, shopId))
                .map(rows -> rows.stream()
                        .flatMap(row -> page(row).all(partition, ids, FrozenMaturities.of(row)).stream())
                        .filter(input -> input.shopId().equals(shopId))
                        .findFirst());
    }

    private static InputPage page(Row row) {
        return new InputPage(
                List.of(row.getArrayOfStrings("shops")), row.getBuffer("inputs").getDelegate());
    }

    static ShopProfile profile(Row row) {
        Integer onSale = row.getInteger("products_on_sale");
        return new ShopProfile(
                Optional.ofNullable(row.getString("category_id")),
                Optional.ofNullable(row.getLocalDate("opened_on")),
                Optional.ofNullable(row.getString("kind")).map(ShopProfile.Kind::valueOf),
                Set.of(row.getArrayOfStrings("flags")),
                onSale == null ? OptionalInt.empty() : OptionalInt.of(onSale));
    }
}
