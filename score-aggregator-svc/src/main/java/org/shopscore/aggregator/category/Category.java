package org.shopscore.aggregator.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;

/**
 * A place in the tree.
 *
 * @param parent  absent for a category at the top
 * @param version grows with each change
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Category(String categoryId, String name, Optional<String> parent, long version) {

    static final String COLUMNS = "category_id, name, parent_id, version";

    static Category of(Row row) {
        return new Category(
                row.getString("category_id"),
                row.getString("name"),
                Optional.ofNullable(row.getString("parent_id")),
                row.getLong("version"));
    }
}
