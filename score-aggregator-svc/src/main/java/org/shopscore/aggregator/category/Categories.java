package org.shopscore.aggregator.category;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.Refused;

/** The table of categories; it stays a tree. */
@ApplicationScoped
class Categories {

    // One edit of the tree at a time: two of them could close a circle that neither closes alone.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('category'))";
    private static final String ONE = "select " + Category.COLUMNS + " from category where category_id = $1";
    private static final String PAGE =
            "select " + Category.COLUMNS + " from category where category_id > $1 order by category_id limit $2";
    private static final String ABOVE = """
            with recursive above (id) as (
              select $1::text collate "C" union select c.parent_id from category c join above on c.category_id = above.id
               where c.parent_id is not null)
            select exists (select from category where category_id = $1) as is_known, $2 in (select id from above) as is_below
            """;
    private static final String STORE = """
            insert into category (category_id, name, parent_id) values ($1, $2, $3)
            on conflict (category_id) do update
               set name = excluded.name, parent_id = excluded.parent_id, version = category.version + 1
             where (category.name, category.parent_id) is distinct from (excluded.name, excluded.parent_id)
            """;

    /** A category after it was put. */
    record Stored(Category category, boolean isNew) {}

    private final Pool pool;

    Categories(Pool pool) {
        this.pool = pool;
    }

    /** By id. */
    Uni<List<Category>> page(String after, int size) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(after, size))
                .map(rows -> rows.stream().map(Category::of).toList());
    }

    /** @return fails with {@link Refused} 404 {@code unknown-category} */
    Uni<Category> find(String categoryId) {
        return find(pool, categoryId)
                .map(found -> found.orElseThrow(
                        () -> new Refused(404, "unknown-category", "there is no category " + categoryId)));
    }

    /**
     * Adds a category, or changes its name or place; the same again changes nothing.
     *
     * @param ifMatch the version that the caller has seen; null for whatever is stored
     * @return fails with {@link Refused} 412 when another version is stored, or none; 422 when the parent is not known or stands below it
     */
    Uni<Stored> put(String categoryId, String name, Optional<String> parent, String ifMatch) {
        return pool.withTransaction(connection -> connection
                .query(LOCK)
                .execute()
                .chain(() -> find(connection, categoryId))
                .invoke(before -> requireMatch(categoryId, before, ifMatch))
                .call(() -> check(connection, categoryId, parent))
                .call(() -> connection.preparedQuery(STORE).execute(Tuple.of(categoryId, name, parent.orElse(null))))
                .chain(before ->
                        find(connection, categoryId).map(after -> new Stored(after.orElseThrow(), before.isEmpty()))));
    }

    /** What is not there matches nothing, not even {@code *} (RFC 9110, 13.1.1). */
    private static void requireMatch(String categoryId, Optional<Category> before, String ifMatch) {
        if (ifMatch != null) {
            long version = before.map(Category::version)
                    .orElseThrow(() ->
                            new Refused(412, "version-differs", "there is no category " + categoryId + " to change"));
            IfMatch.require(ifMatch, version);
        }
    }

    private static Uni<Void> check(SqlConnection connection, String categoryId, Optional<String> parent) {
        return parent.map(above -> check(connection, categoryId, above))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Uni<Void> check(SqlConnection connection, String categoryId, String parent) {
        return connection
                .preparedQuery(ABOVE)
                .execute(Tuple.of(parent, categoryId))
                .map(rows -> rows.iterator().next())
                .invoke(row -> {
                    if (!row.getBoolean("is_known")) {
                        throw Refused.field(
                                422, "unknown-category", "parent", "must be a category of the tree", parent);
                    }
                    if (row.getBoolean("is_below")) {
                        throw Refused.field(422, "circle", "parent", "must not stand below " + categoryId, parent);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Optional<Category>> find(SqlClient client, String categoryId) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(categoryId))
                .map(rows -> rows.stream().map(Category::of).findFirst());
    }
}
