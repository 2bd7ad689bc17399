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
 * @param frozenAfter older days, the newest first, whose inputs were frozen after the newest day's: by hand, and with shops that it lacks
 * @param readAt      of a transaction that is still open not even the beginning counts as read
 */
record Published(LocalDate newest, List<LocalDate> frozenAfter, OffsetDateTime readAt) {

    private static final String DAYS = """
            select newest.stat_date,
                   (select least(clock_timestamp(), min(xact_start)) from pg_stat_activity
                     where datname = current_database()) as now,
                   array(select d.stat_date from official_day d
                          where d.stat_date < newest.stat_date
                            and d.published_at > (select min(frozen_at) from official_lane where stat_date = newest.stat_date)
                            and exists (select 1 from official_lane o join official_lane n using (partition)
                                         where o.stat_date = d.stat_date and n.stat_date = newest.stat_date
                                           and o.frozen_at > n.frozen_at)
                          order by d.stat_date desc) as frozen_after
              from (select max(stat_date) as stat_date from official_day where published_at is not null) newest
             where newest.stat_date is not null
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
