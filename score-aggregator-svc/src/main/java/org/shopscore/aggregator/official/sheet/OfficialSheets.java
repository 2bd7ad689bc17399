package org.shopscore.aggregator.official.sheet;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.official.input.Inputs;
import org.shopscore.aggregator.tile.shop.ShopDays;

/** Published scores taken apart: computed again from what was stored with them, which gives the published digits. */
@ApplicationScoped
public class OfficialSheets {

    private static final String NEWEST = """
            select s.stat_date, s.revision, s.stage = 'WITHHELD' and s.no_score is null as incomplete
              from score_day s join official_day d on d.stat_date = s.stat_date and d.published_at is not null
             where s.shop_id = $1 and ($2::date is null or s.stat_date = $2)
             order by s.stat_date desc, s.revision desc limit 1
            """;

    private final Pool pool;
    private final Inputs inputs;
    private final DayScorers scorers;

    OfficialSheets(Pool pool, Inputs inputs, DayScorers scorers) {
        this.pool = pool;
        this.inputs = inputs;
        this.scorers = scorers;
    }

    /** Of the newest day on which the shop has one, the newest revision. */
    public Uni<Optional<OfficialSheet>> newest(String shopId) {
        return ShopDays.inTime(find(shopId, null));
    }

    /** The newest revision of a day. */
    public Uni<Optional<OfficialSheet>> on(String shopId, LocalDate statDate) {
        return ShopDays.inTime(find(shopId, statDate));
    }

    private Uni<Optional<OfficialSheet>> find(String shopId, LocalDate statDate) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(shopId, statDate))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : sheet(shopId, rows.iterator().next()));
    }

    /** Empty where the score is kept and its inputs are not. */
    private Uni<Optional<OfficialSheet>> sheet(String shopId, Row score) {
        LocalDate day = score.getLocalDate("stat_date");
        int revision = score.getInteger("revision");
        boolean isWithheld = score.getBoolean("incomplete");
        return inputs.of(pool, day, shopId, revision)
                .chain(input -> scorers.of(pool, day)
                        .map(scorer -> input.map(found -> new OfficialSheet(
                                day,
                                revision,
                                scorer.policy(),
                                found.profile().category(),
                                found.sums().named(),
                                scorer.score(found),
                                isWithheld))));
    }
}
