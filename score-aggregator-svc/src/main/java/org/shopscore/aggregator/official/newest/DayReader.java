package org.shopscore.aggregator.official.newest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.official.Pace;

/** Reads the scores of a published day, some at a time in the order of their key, so that a day of a large market keeps nobody waiting. */
@ApplicationScoped
class DayReader {

    private static final int AT_ONCE = 2_000;
    private static final String PAGE = "select " + Official.COLUMNS + """
             from (select * from score_day where stat_date = $1 and (shop_id, revision) > ($2, $3)
                    order by shop_id, revision limit %d) s
            """.formatted(AT_ONCE) + Official.joined()
            + " order by s.shop_id, s.revision";

    private static final String REVISED = "select " + Official.COLUMNS + " from score_day s " + Official.joined() + """
             where s.stat_date = $1 and s.shop_id in (
               select r.shop_id from score_day r where r.stat_date = $1 and r.revision > 0 and r.known_at >= $2
               union select e.shop_id from entitlement_day e
                where e.stat_date = $1 and e.evaluation > 0 and e.known_at >= $2)
             order by s.revision
            """;

    private final Pool pool;
    private final Pace pace;

    DayReader(Pool pool, Pace pace) {
        this.pool = pool;
        this.pace = pace;
    }

    /** All of the day, at the pace of its run. */
    Uni<DayScores> read(LocalDate statDate) {
        var scores = new DayScores();
        return Multi.createBy()
                .repeating()
                .uni(Last::new, last -> pace.work(() -> page(statDate, last, scores)))
                .whilst(read -> read == AT_ONCE)
                .onItem()
                .ignoreAsUni()
                .replaceWith(scores);
    }

    private Uni<Integer> page(LocalDate statDate, Last last, DayScores scores) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(statDate, last.shopId, last.revision))
                .emitOn(Infrastructure.getDefaultExecutor())
                .invoke(rows -> {
                    put(scores, rows);
                    rows.forEach(last::is);
                })
                .map(RowSet::size);
    }

    /**
     * Reads the revisions of scores, and of what they entitle to, that were made since.
     *
     * @return the shops of those that were not known
     */
    Uni<Set<String>> revised(LocalDate statDate, OffsetDateTime since, DayScores scores) {
        return pool.preparedQuery(REVISED).execute(Tuple.of(statDate, since)).map(rows -> put(scores, rows));
    }

    private static Set<String> put(DayScores scores, RowSet<Row> rows) {
        var changed = new HashSet<String>();
        rows.forEach(row -> {
            String shop = row.getString("shop_id");
            if (scores.put(shop, Official.of(row))) {
                changed.add(shop);
            }
        });
        return changed;
    }

    private static final class Last {

        private String shopId = "";
        private int revision;

        private void is(Row row) {
            shopId = row.getString("shop_id");
            revision = row.getInteger("revision");
        }
    }
}
