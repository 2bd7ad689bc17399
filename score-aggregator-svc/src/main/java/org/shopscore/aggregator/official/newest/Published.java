package org.shopscore.aggregator.official.newest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Which day is the newest.
 *
 * @param frozenAfter older days, the newest first, of which some inputs were frozen after those of all newer days: by hand, and it may be with
 *     shops that none of those has
 * @param readAt      of a transaction that is still open not even the beginning counts as read
 */
record Published(LocalDate newest, List<LocalDate> frozenAfter, OffsetDateTime readAt) {

    private static final String DAYS = """
            with newest as (
                   select n.stat_date, min(l.frozen_at) as frozen_from
                     from (select max(stat_date) as stat_date from official_day where published_at is not null) n
                     left join official_lane l using (stat_date) where n.stat_date is not null group by n.stat_date),
                 frozen as (
                   select l.stat_date, l.frozen_at > max(l.frozen_at) over (
                            partition by l.partition order by l.stat_date desc rows between unbounded preceding and 1 preceding)
                          as is_last
                     from newest n
                     join official_day d on d.published_at > n.frozen_from
                     join official_lane l on l.stat_date = d.stat_date)
            select newest.stat_date,
                   (select least(clock_timestamp(), min(xact_start)) from pg_stat_activity
                     where datname = current_database()) as now,
                   array(select stat_date from frozen where is_last group by stat_date order by stat_date desc) as frozen_after
              from newest
            """;

    /** Empty before the first day is published. */
    static Uni<Optional<Published>> read(Pool pool) {
        return pool.query(DAYS).execute().map(rows -> rows.stream().findFirst().map(Published::of));
    }

    private static Published of(Row row) {
        return new Published(
                row.getLocalDate("stat_date"),
                List.of(row.getArrayOfLocalDates("frozen_after")),
                row.getOffsetDateTime("now"));
    }
}
