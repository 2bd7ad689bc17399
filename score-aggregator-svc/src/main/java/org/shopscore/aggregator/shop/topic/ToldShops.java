package org.shopscore.aggregator.shop.topic;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shopscore.metric.Lane;

/** Registers what the topic tells. A version that is not above the last one told of a shop changes nothing. */
@ApplicationScoped
class ToldShops {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String KNOWN = "select category_id from category where category_id = any($1)";

    // What HTTP has registered in between is replaced by a newer version, and by no older one. The row's own version,
    // which HTTP shows,
    // grows when something differs.
    private static final String STORE = """
            insert into shop (shop_id, lane, name, category_id, opened_on, kind, flags, products_on_sale, told_version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (shop_id) do update set name = excluded.name, category_id = excluded.category_id,
                opened_on = excluded.opened_on, kind = excluded.kind, flags = excluded.flags,
                products_on_sale = excluded.products_on_sale, told_version = excluded.told_version,
                version = case when (shop.name, shop.category_id, shop.opened_on, shop.kind, shop.flags, shop.products_on_sale)
                    is distinct from (excluded.name, excluded.category_id, excluded.opened_on, excluded.kind, excluded.flags,
                    excluded.products_on_sale) then shop.version + 1 else shop.version end,
                changed_at = clock_timestamp()
            where shop.told_version is null or shop.told_version < excluded.told_version
            """;

    private final Pool pool;

    ToldShops(Pool pool) {
        this.pool = pool;
    }

    /** Those of the categories that are in the tree. */
    Set<String> known(Collection<String> categories) {
        return pool
                .preparedQuery(KNOWN)
                .execute(Tuple.of((Object) categories.toArray(String[]::new)))
                .await()
                .atMost(PATIENCE)
                .stream()
                .map(row -> row.getString(0))
                .collect(Collectors.toSet());
    }

    /**
     * Registers them in one transaction.
     *
     * @return how many were newer than what was told before
     */
    int store(List<ToldShop> shops) {
        if (shops.isEmpty()) {
            return 0;
        }
        return pool.withTransaction(connection -> connection
                        .preparedQuery(STORE)
                        .executeBatch(shops.stream().map(ToldShops::values).toList())
                        .map(rows -> {
                            int stored = 0;
                            for (var each = rows; each != null; each = each.next()) {
                                stored += each.rowCount();
                            }
                            return stored;
                        }))
                .await()
                .atMost(PATIENCE);
    }

    /** A value that the table cannot hold, whoever writes it: SQLSTATE classes 22 and 23. */
    static boolean isOfNoUse(PgException refused) {
        String state = String.valueOf(refused.getSqlState());
        return state.startsWith("22") || state.startsWith("23");
    }

    private static Tuple values(ToldShop shop) {
        var registration = shop.registration();
        return Tuple.tuple()
                .addValue(shop.shopId())
                .addValue((short) Lane.of(shop.shopId()))
                .addValue(registration.name().orElse(null))
                .addValue(registration.category().orElse(null))
                .addValue(registration.openedOn().orElse(null))
                .addValue(registration.kind().map(Enum::name).orElse(null))
                .addValue(registration.flags().toArray(String[]::new))
                .addValue(registration.productsOnSale().orElse(null))
                .addValue(shop.version());
    }
}
