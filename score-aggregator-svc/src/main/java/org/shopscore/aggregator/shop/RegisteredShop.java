package org.shopscore.aggregator.shop;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.metric.Lane;

/** A row of the table {@code shop}. */
record RegisteredShop(String shopId, Registration registration, long version, OffsetDateTime changedAt) {

    static final String COLUMNS =
            "shop_id, name, category_id, opened_on, kind, flags, products_on_sale, version, changed_at";

    static RegisteredShop of(Row row) {
        return new RegisteredShop(
                row.getString("shop_id"),
                new Registration(
                        Optional.ofNullable(row.getString("name")),
                        Optional.ofNullable(row.getString("category_id")),
                        Optional.ofNullable(row.getLocalDate("opened_on")),
                        Optional.ofNullable(row.getString("kind")).map(ShopProfile.Kind::valueOf),
                        new TreeSet<>(List.of(row.getArrayOfStrings("flags"))),
                        Optional.ofNullable(row.getInteger("products_on_sale"))),
                row.getLong("version"),
                row.getOffsetDateTime("changed_at"));
    }

    /** In the order of the statement that stores it. */
    static Tuple values(String shopId, Registration registration) {
        return Tuple.tuple()
                .addValue(shopId)
                .addValue((short) Lane.of(shopId))
                .addValue(registration.name().orElse(null))
                .addValue(registration.category().orElse(null))
                .addValue(registration.openedOn().orElse(null))
                .addValue(registration.kind().map(Enum::name).orElse(null))
                .addValue(registration.flags().toArray(String[]::new))
                .addValue(registration.productsOnSale().orElse(null));
    }
}
