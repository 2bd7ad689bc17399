package org.shopscore.aggregator.shop;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.Refused;

/** The registered shops. The newest registration of a shop is the whole truth of it. */
@ApplicationScoped
class Shops {

    private static final String FOREIGN_KEY = "23503";
    private static final String ONE = "select " + RegisteredShop.COLUMNS + " from shop where shop_id = $1";
    private static final String STORE = """
            insert into shop (shop_id, lane, name, category_id, opened_on, kind, flags, products_on_sale)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (shop_id) do update set name = excluded.name, category_id = excluded.category_id,
                opened_on = excluded.opened_on, kind = excluded.kind, flags = excluded.flags,
                products_on_sale = excluded.products_on_sale, version = shop.version + 1, changed_at = clock_timestamp()
            where (shop.name, shop.category_id, shop.opened_on, shop.kind, shop.flags, shop.products_on_sale)
               is distinct from (excluded.name, excluded.category_id, excluded.opened_on, excluded.kind, excluded.flags,
                excluded.products_on_sale)
            """;
    private static final String PAGE = "select " + RegisteredShop.COLUMNS
            + " from shop where shop_id > $1 and ($2::text is null or category_id = $2) order by shop_id limit $3";

    /** A shop after its registration. */
    record Stored(RegisteredShop shop, boolean isNew) {}

    private final Pool pool;
    private final Profiles profiles;

    Shops(Pool pool, Profiles profiles) {
        this.pool = pool;
        this.profiles = profiles;
    }

    /**
     * Registers a shop or replaces what is registered; the same again changes nothing.
     *
     * @param ifMatch the version that the caller has seen; null for whatever is stored
     * @return fails with {@link Refused} 412 when another version is stored, or none, 422 for a category that is not known
     */
    Uni<Stored> put(String shopId, Registration registration, String ifMatch) {
        return pool.withTransaction(connection -> locked(connection, shopId).chain(before -> {
                    if (ifMatch != null) {
                        IfMatch.require(
                                ifMatch, before.map(RegisteredShop::version).orElseThrow(() -> unregistered(shopId)));
                    }
                    return store(connection, shopId, registration)
                            .chain(() -> read(connection, shopId))
                            .map(after -> new Stored(after.orElseThrow(), before.isEmpty()));
                }))
                .invoke(stored -> profiles.learn(stored.shop()));
    }

    static Uni<Void> store(SqlConnection connection, String shopId, Registration registration) {
        return connection
                .preparedQuery(STORE)
                .execute(RegisteredShop.values(shopId, registration))
                .onFailure(Shops::isUnknownCategory)
                .transform(_ -> Refused.field(
                        422,
                        "unknown-category",
                        "category",
                        "must be a category of the tree",
                        registration.category().orElse("")))
                .replaceWithVoid();
    }

    /** What is not there matches nothing, not even {@code *} (RFC 9110, 13.1.1). */
    private static Refused unregistered(String shopId) {
        return new Refused(412, "version-differs", "the shop " + shopId + " is not registered: it has no version");
    }

    private static boolean isUnknownCategory(Throwable failure) {
        return failure instanceof PgException refused && FOREIGN_KEY.equals(refused.getSqlState());
    }

    Uni<Optional<RegisteredShop>> find(String shopId) {
        return read(pool, shopId);
    }

    /** @param category null for all */
    Uni<List<RegisteredShop>> page(String after, String category, int size) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(after, category, size))
                .map(rows -> rows.stream().map(RegisteredShop::of).toList());
    }

    private static Uni<Optional<RegisteredShop>> locked(SqlConnection connection, String shopId) {
        return one(connection, ONE + " for update", shopId);
    }

    private static Uni<Optional<RegisteredShop>> read(SqlClient client, String shopId) {
        return one(client, ONE, shopId);
    }

    private static Uni<Optional<RegisteredShop>> one(SqlClient client, String query, String shopId) {
        return client.preparedQuery(query)
                .execute(Tuple.of(shopId))
                .map(rows -> rows.stream().map(RegisteredShop::of).findFirst());
    }
}
