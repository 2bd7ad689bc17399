package org.shopscore.aggregator.category;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.shopscore.problem.Refused;

/** The table of categories; it stays a tree. */
@ApplicationScoped
class Categories {

    // One edit of the tree at a time: two of them could close a circle that neither closes alone.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('category'))";
    private static final String ALL = "select category_id, name, parent_id from category order by category_id";
    private static final String ABOVE = """
            with recursive above (id) as (
              select $1::text collate "C" union select c.parent_id from category c join above on c.category_id = above.id
               where c.parent_id is not null)
            select exists (select from category where category_id = $1) as is_known, $2 in (select id from above) as is_below
            """;
    private static final String STORE = """
            insert into category (category_id, name, parent_id) values ($1, $2, $3)
            on conflict (category_id) do update set name = excluded.name, parent_id = excluded.parent_id
            returning xmax = 0 as is_new
            """;

    private final Pool pool;

    Categories(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Category>> all() {
        return pool.query(ALL)
                .execute()
                .map(rows -> rows.stream().map(Categories::category).toList());
    }

    /** @return whether it is new; fails with {@link Refused} 422 when the parent is not known or stands below it */
    Uni<Boolean> put(Category category) {
        return pool.withTransaction(connection -> connection
                .query(LOCK)
                .execute()
                .chain(() -> check(connection, category))
                .chain(() -> connection
                        .preparedQuery(STORE)
                        .execute(Tuple.of(
                                category.categoryId(),
                                category.name(),
                                category.parent().orElse(null))))
                .map(rows -> rows.iterator().next().getBoolean("is_new")));
    }

    private static Uni<Void> check(SqlConnection connection, Category category) {
        if (category.parent().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String parent = category.parent().get();
        return connection
                .preparedQuery(ABOVE)
                .execute(Tuple.of(parent, category.categoryId()))
                .map(rows -> rows.iterator().next())
                .invoke(row -> {
                    if (!row.getBoolean("is_known")) {
                        throw Refused.field(
                                422, "unknown-category", "parent", "must be a category of the tree", parent);
                    }
                    if (row.getBoolean("is_below")) {
                        throw Refused.field(
                                422, "circle", "parent", "must not stand below " + category.categoryId(), parent);
                    }
                })
                .replaceWithVoid();
    }

    private static Category category(Row row) {
        return new Category(
                row.getString("category_id"), row.getString("name"), Optional.ofNullable(row.getString("parent_id")));
    }
}
