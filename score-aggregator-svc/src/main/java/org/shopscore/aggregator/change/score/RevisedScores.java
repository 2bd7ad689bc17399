package org.shopscore.aggregator.change.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores that were revised after their day was told: noted in the transaction that revises them, told while theirs is the newest day. Rows
 * are locked in the order of their keys, by everybody.
 */
@ApplicationScoped
public class RevisedScores {

    static final int AT_ONCE = 500;

    private static final String NOTE = """
            insert into score_revised (stat_date, shop_id, told_revision, newest_revision)
            select $1, s, r - 1, r from unnest($2::text[], $3::integer[]) t (s, r)
            on conflict (stat_date, shop_id) do update set newest_revision = excluded.newest_revision
            """;
    private static final String NEXT = """
            select r.shop_id, r.newest_revision as revision, d.policy, now.known_at as happened_at, now.stage, now.published, now.level,
                   now.traffic_weight, before.stage as before_stage, before.published as before_published,
                   before.level as before_level, before.traffic_weight as before_weight,
                   r.newest_revision > r.told_revision + 1 as uncertain
              from score_revised r
              join official_day d on d.stat_date = r.stat_date
              join score_day now on now.shop_id = r.shop_id and now.stat_date = r.stat_date and now.revision = r.newest_revision
              left join lateral (
                select s.* from score_day s
                 where s.shop_id = r.shop_id and s.stat_date = r.stat_date and s.revision <= r.told_revision
                 order by s.revision desc limit 1) before on true
             where r.stat_date = $1 order by r.shop_id limit
            """ + AT_ONCE;

    /** One that was revised again meanwhile stays. */
    private static final String TOLD = """
            delete from score_revised where stat_date = $1 and shop_id in (
              select r.shop_id from score_revised r join unnest($2::text[], $3::integer[]) t (shop_id, revision)
                  on r.shop_id = t.shop_id and r.newest_revision = t.revision
               where r.stat_date = $1 order by r.shop_id for update of r)
            """;

    /** What a day says that is not the newest is history. */
    private static final String PAST = """
            delete from score_revised where (stat_date, shop_id) in (
              select stat_date, shop_id from score_revised where stat_date < $1
               order by stat_date, shop_id for update skip locked)
            """;

    private final Pool pool;

    RevisedScores(Pool pool) {
        this.pool = pool;
    }

    /** @param revisions that are stored in the same transaction, by shop */
    public Uni<Void> note(SqlClient client, LocalDate statDate, Map<String, Integer> revisions) {
        var sorted = new TreeMap<>(revisions);
        return sorted.isEmpty()
                ? Uni.createFrom().voidItem()
                : client.preparedQuery(NOTE)
                        .execute(Tuple.of(
                                statDate,
                                sorted.keySet().toArray(String[]::new),
                                sorted.values().toArray(Integer[]::new)))
                        .replaceWithVoid();
    }

    Uni<List<Row>> next(LocalDate newest) {
        return pool.preparedQuery(PAST)
                .execute(Tuple.of(newest))
                .chain(() -> pool.preparedQuery(NEXT).execute(Tuple.of(newest)))
                .map(rows -> rows.stream().toList());
    }

    Uni<Void> told(LocalDate statDate, List<Row> revised) {
        return pool.preparedQuery(TOLD)
                .execute(Tuple.of(
                        statDate,
                        revised.stream().map(row -> row.getString("shop_id")).toArray(String[]::new),
                        revised.stream().map(row -> row.getInteger("revision")).toArray(Integer[]::new)))
                .replaceWithVoid();
    }
}
