package org.shopscore.aggregator.official;

import io.vertx.mutiny.sqlclient.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.shopscore.aggregator.score.ShopProfile;
import org.shopscore.aggregator.score.Sums;
import org.shopscore.aggregator.tile.MeasureIds;

/** What one shop's score of a day is computed from. */
public record Input(String shopId, int revision, int partition, Sums sums, ShopProfile profile) {

    static final String COLUMNS =
            "shop_id, revision, partition, sums, category_id, opened_on, kind, flags, products_on_sale";

    static Input of(Row row, MeasureIds ids) {
        return new Input(
                row.getString("shop_id"),
                row.getInteger("revision"),
                row.getShort("partition"),
                new Sums(ids.named(row.getBuffer("sums").getBytes())),
                profile(row));
    }

    private static ShopProfile profile(Row row) {
        Integer onSale = row.getInteger("products_on_sale");
        Set<String> flags = new HashSet<>(List.of(row.getArrayOfStrings("flags")));
        return new ShopProfile(
                Optional.ofNullable(row.getString("category_id")),
                Optional.ofNullable(row.getLocalDate("opened_on")),
                Optional.ofNullable(row.getString("kind")).map(ShopProfile.Kind::valueOf),
                flags,
                onSale == null ? OptionalInt.empty() : OptionalInt.of(onSale));
    }
}
