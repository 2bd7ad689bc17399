package org.shopscore.aggregator.entitlement.held;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads what one shop held after its published days. */
@ApplicationScoped
public class PastDays {

    private static final String FROM = """
            select distinct on (e.stat_date) e.* from entitlement_day e
              join official_day d on d.stat_date = e.stat_date and d.published_at is not null
             where e.shop_id = $1 and e.stat_date >= coalesce(
                     (select max(p.stat_date) from entitlement_day p
                        join official_day q on q.stat_date = p.stat_date and q.published_at is not null
                       where p.shop_id = $1 and p.stat_date < $2), $2)
             order by e.stat_date, e.evaluation desc
            """;

    /** From the day on, and the one before it that the shop was judged on. */
    public Uni<NavigableMap<LocalDate, PastDay>> from(SqlClient client, String shopId, LocalDate first) {
        return client.preparedQuery(FROM).execute(Tuple.of(shopId, first)).map(rows -> {
            var days = new TreeMap<LocalDate, PastDay>();
            rows.forEach(row -> days.put(row.getLocalDate("stat_date"), PastDay.of(row)));
            return days;
        });
    }
}
