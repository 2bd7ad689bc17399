package org.shopscore.aggregator.official.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.tile.shop.ShopDays;

/** The published scores of a shop, day by day. Each question fails with {@code Refused} 404 {@code unknown-shop} for a shop that nobody knows. */
@ApplicationScoped
public class History {

    private static final String PUBLISHED = Official.FROM + " where s.shop_id = $1";
    private static final String AS_OF = "select " + Official.COLUMNS + Official.FROM_AS_KNOWN
            + " where s.shop_id = $1 and d.published_at < $2 and s.known_at < $2 order by s.stat_date desc, s.revision desc limit 1";
    private static final String TREND = "select distinct on (s.stat_date) " + Official.COLUMNS + PUBLISHED
            + " and s.stat_date between $2 and $3 order by s.stat_date, s.revision desc";
    private static final String REVISIONS =
            "select " + Official.COLUMNS + PUBLISHED + " and s.stat_date = $2 order by s.revision";

    private final Pool pool;
    private final ShopDays tiles;

    History(Pool pool, ShopDays tiles) {
        this.pool = pool;
        this.tiles = tiles;
    }

    /** What was published and known before the instant. */
    public Uni<Optional<Official>> asOf(String shopId, Instant at) {
        return all(shopId, AS_OF, Tuple.of(shopId, at.atOffset(ZoneOffset.UTC)))
                .map(found -> found.stream().findFirst());
    }

    /** The newest revision of each day, both ends included; a day that was not published is left out. */
    Uni<List<Official>> trend(String shopId, LocalDate from, LocalDate to) {
        return all(shopId, TREND, Tuple.of(shopId, from, to));
    }

    /** Every revision of a day, the published one first. */
    public Uni<List<Official>> revisions(String shopId, LocalDate statDate) {
        return all(shopId, REVISIONS, Tuple.of(shopId, statDate));
    }

    private Uni<List<Official>> all(String shopId, String query, Tuple values) {
        return ShopDays.inTime(pool.preparedQuery(query).execute(values).map(History::officials))
                .chain(found -> found.isEmpty()
                        ? tiles.requireKnown(shopId).replaceWith(found)
                        : Uni.createFrom().item(found));
    }

    private static List<Official> officials(RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
        return rows.stream().map(Official::of).toList();
    }
}
