package org.shopscore.aggregator.change.score;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what is to be told of an official day, a page of a partition's shops at a time, and keeps how far that is. */
@ApplicationScoped
class ScorePages {

    /** Shops a page. */
    static final int SHOPS = 2_000;

    /** The next published day after the newest one that was begun; at first the newest. A day published late, with a later one told, is not what holds. */
    private static final String BEGIN = """
            with told as (select max(stat_date) as day from score_telling),
            next as (
              select case when told.day is null then max(d.stat_date) else min(d.stat_date) filter (where d.stat_date > told.day) end
                       as day, told.day as before
                from told left join official_day d on d.published_at is not null group by told.day)
            insert into score_telling (stat_date, partition, before_date)
            select next.day, p, next.before from next cross join generate_series(0, 31) p where next.day is not null
            on conflict do nothing
            """;

    private static final String OPEN = """
            select stat_date, before_date, partition, told_to from score_telling where not done
             order by stat_date, partition limit 1
            """;
    private static final String FORGET = """
            delete from score_telling where stat_date < (select max(stat_date) from score_telling)
            """;
    private static final String TOLD = """
            update score_telling set told_to = $4, done = $5 where stat_date = $1 and partition = $2 and told_to = $3 and not done
            """;

    /**
     * Shops with inputs on one of both days, frozen or begun by a revision; each day's newest revision. Where one of the day before may
     * not have been told, it is uncertain what readers know.
     */
    private static final String PAGE = """
            with page as (
              select shop_id from unnest(array[$1::date, $2::date]) of_day (stat_date) cross join lateral (
                (select u.shop_id from input_page i cross join lateral unnest(i.shops) u (shop_id)
                  where i.stat_date = of_day.stat_date and i.partition = $3 and u.shop_id > $4
                    and i.first_shop >= coalesce((select max(b.first_shop) from input_page b
                          where b.stat_date = of_day.stat_date and b.partition = $3 and b.first_shop <= $4), '')
                  order by i.first_shop, u.shop_id limit $5)
                union
                (select distinct r.shop_id from score_input r
                  where r.stat_date = of_day.stat_date and r.partition = $3 and r.shop_id > $4 order by r.shop_id limit $5)) s
               group by shop_id order by shop_id limit $5)
            select page.shop_id, day.policy, coalesce(now.known_at, day.published_at) as happened_at,
                   now.revision, now.stage, now.published, now.level, now.traffic_weight,
                   before.stage as before_stage, before.published as before_published, before.level as before_level,
                   before.traffic_weight as before_weight,
                   exists (select 1 from score_revised r where r.stat_date = $2 and r.shop_id = page.shop_id) as uncertain
              from page
              join official_day day on day.stat_date = $1
              left join lateral (
                select s.* from score_day s where s.shop_id = page.shop_id and s.stat_date = $1
                 order by s.revision desc limit 1) now on true
              left join lateral (
                select s.* from score_day s where s.shop_id = page.shop_id and s.stat_date = $2
                 order by s.revision desc limit 1) before on true
             order by page.shop_id
            """;

    private final Pool pool;

    ScorePages(Pool pool) {
        this.pool = pool;
    }

    /** Where telling goes on; empty when all that was published is told. */
    Uni<Optional<DayPage>> open() {
        return firstOpen()
                .chain(open -> open.isPresent()
                        ? Uni.createFrom().item(open)
                        : pool.query(BEGIN)
                                .execute()
                                .chain(rows ->
                                        rows.rowCount() == 0 ? Uni.createFrom().item(Optional.empty()) : firstOpen()));
    }

    private Uni<Optional<DayPage>> firstOpen() {
        return pool.query(OPEN).execute().map(rows -> rows.stream().findFirst().map(ScorePages::page));
    }

    private static DayPage page(Row row) {
        return new DayPage(
                row.getLocalDate("stat_date"),
                Optional.ofNullable(row.getLocalDate("before_date")),
                row.getShort("partition"),
                row.getString("told_to"));
    }

    /** At most {@link #SHOPS}, in the order of their ids. */
    Uni<List<Row>> shops(DayPage page) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.tuple()
                        .addValue(page.statDate())
                        .addValue(page.before().orElse(null))
                        .addValue((short) page.partition())
                        .addValue(page.toldTo())
                        .addValue((long) SHOPS))
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(rows -> rows.stream().toList());
    }

    /** After the broker has them. */
    Uni<Void> told(DayPage page, List<Row> shops) {
        boolean isDone = shops.size() < SHOPS;
        String to = shops.isEmpty() ? page.toldTo() : shops.getLast().getString("shop_id");
        return pool.preparedQuery(TOLD)
                .execute(Tuple.tuple()
                        .addValue(page.statDate())
                        .addValue((short) page.partition())
                        .addValue(page.toldTo())
                        .addValue(to)
                        .addValue(isDone))
                .chain(() -> isDone ? forget() : Uni.createFrom().voidItem());
    }

    /** A day that a later one was told against says nothing any more. */
    private Uni<Void> forget() {
        return firstOpen()
                .chain(open -> open.isPresent()
                        ? Uni.createFrom().voidItem()
                        : pool.query(FORGET).execute().replaceWithVoid());
    }

    /** The day that is told completely, and whose revisions are told from now on. */
    Uni<Optional<LocalDate>> settled() {
        return pool.query("select max(stat_date) as day, bool_and(done) as done from score_telling")
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> Optional.ofNullable(row.getLocalDate("day")).filter(_ -> row.getBoolean("done")));
    }
}
