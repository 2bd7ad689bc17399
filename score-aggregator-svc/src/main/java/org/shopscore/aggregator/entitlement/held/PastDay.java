package org.shopscore.aggregator.entitlement.held;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.shopscore.aggregator.entitlement.standing.Standing;
import org.shopscore.aggregator.score.shop.ShopProfile;

/** What a shop held after a past day, as it was last judged. */
public record PastDay(LocalDate statDate, int evaluation, ShopProfile profile, Standing standing) {

    public static PastDay of(Row row) {
        return new PastDay(
                row.getLocalDate("stat_date"),
                row.getInteger("evaluation"),
                new ShopProfile(
                        Optional.empty(),
                        Optional.ofNullable(row.getLocalDate("opened_on")),
                        Optional.ofNullable(row.getString("kind")).map(ShopProfile.Kind::valueOf),
                        Set.of(),
                        OptionalInt.empty()),
                Standing.of(row));
    }
}
