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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.official.run.Pace;

/** Reads the scores of a published day, some at a time in the order of their key, so that a day of a large market keeps nobody waiting. */
@ApplicationScoped
class DayReader {

    private static final int AT_ONCE = 2_000;
    private static final String PAGE = page("");
    private static final String PAGE_BESIDE = page("""
            and not exists (select 1 from score_day n where n.stat_date = $4 and n.shop_id = score_day.shop_id)
            """);

    private static final String REVISED = "select " + Official.COLUMNS + " from score_day s " + Official.joined() + """
             where s.stat_date = $1 and s.shop_id in (
               select r.shop_id from score_day r where r.stat_date = $1 and r.revision > 0 and r.known_at >= $2
               union select e.shop_id from entitlement_day e
                where e.stat_date = $1 and e.evaluation > 0 and e.known_at >= $2)
             order by s.revision
            """;

    private static String page(String where) {
        return "select " + Official.COLUMNS + """
                 from (select * from score_day where stat_date = $1 and (shop_id, revision) > ($2, $3) %s
                        order by shop_id, revision limit %d) s
                """.formatted(where, AT_ONCE) + Official.joined()
                + " order by s.shop_id, s.revision";
    }

    private final Pool pool;
    private final Pace pace;

    DayReader(Pool pool, Pace pace) {
        this.pool = pool;
        this.pace = pace;
    }

    /** All of the day, at the pace of its run. */
    Uni<NewestDays> read(LocalDate statDate) {
        return read(last -> pool.preparedQuery(PAGE).execute(Tuple.of(statDate, last.shopId, last.revision)))
                .map(scores -> NewestDays.of(statDate, scores));
    }

    /** With what older days know of shops that the newest does not. */
    Uni<NewestDays> more(NewestDays days, List<LocalDate> older) {
        return Multi.createFrom()
                .iterable(older)
                .onItem()
                .transformToUniAndConcatenate(day -> beside(days.newest(), day).map(scores -> Map.entry(day, scores)))
                .onItem()
                .scan(() -> days, (read, more) -> read.with(more.getKey(), more.getValue()))
                .collect()
                .last();
    }

    private Uni<DayScores> beside(LocalDate newest, LocalDate statDate) {
        return read(last ->
                pool.preparedQuery(PAGE_BESIDE).execute(Tuple.of(statDate, last.shopId, last.revision, newest)));
    }

    private Uni<DayScores> read(Function<Last, Uni<RowSet<Row>>> page) {
        var scores = new DayScores();
        return Multi.createBy()
                .repeating()
                .uni(
                        Last::new,
                        last -> pace.work(() -> page.apply(last)
                                .emitOn(Infrastructure.getDefaultExecutor())
                                .invoke(rows -> {
                                    put(scores, rows);
                                    rows.forEach(last::is);
                                })
                                .map(RowSet::size)))
                .whilst(read -> read == AT_ONCE)
                .onItem()
                .ignoreAsUni()
                .replaceWith(scores);
    }

    /**
     * Reads the revisions of scores, and of what they entitle to, that were made since.
     *
     * @return the shops of those that were not known
     */
    Uni<Set<String>> revised(NewestDays days, OffsetDateTime since) {
        return Multi.createFrom()
                .iterable(days.all())
                .onItem()
                .transformToUniAndConcatenate(day -> pool.preparedQuery(REVISED)
                        .execute(Tuple.of(day, since))
                        .map(rows -> put(days.scores(day), rows)))
                .collect()
                .in(HashSet::new, Set::addAll);
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
