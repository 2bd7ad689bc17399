package org.shopscore.aggregator.entitlement.standing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shopscore.aggregator.entitlement.OfficialDays;
import org.shopscore.aggregator.entitlement.Reach;
import org.shopscore.aggregator.entitlement.ScoredDay;
import org.shopscore.aggregator.policy.file.StoredPolicies;

/** Reads what shops held, and the official days behind it; what follows is done on a worker thread, since it may concern thousands of shops. */
@ApplicationScoped
public class Standings {

    private static final String OF_DAY = """
            select e.* from unnest($2::text[]) u (shop_id) cross join lateral (
              select * from entitlement_day e where e.shop_id = u.shop_id and e.stat_date = $1
               order by e.evaluation desc limit 1) e
             where exists (select 1 from official_day d where d.stat_date = $1 and d.published_at is not null)
            """;
    private static final String BEFORE = """
            select e.* from unnest($2::text[]) u (shop_id) cross join lateral (
              select e.* from entitlement_day e join official_day d on d.stat_date = e.stat_date and d.published_at is not null
               where e.shop_id = u.shop_id and e.stat_date < $1
               order by e.stat_date desc, e.evaluation desc limit 1) e
            """;
    private static final String DAYS = """
            select distinct on (s.shop_id, s.stat_date) s.shop_id, s.stat_date, s.stage, s.published, s.dimensions, s.points, s.padding, s.severe
              from score_day s join official_day d on d.stat_date = s.stat_date and d.published_at is not null
             where s.shop_id = any($1) and s.stat_date between $2 and $3 order by s.shop_id, s.stat_date, s.revision desc
            """;

    private static final String POLICY = "select 1 from official_day where stat_date = $1";

    private final StoredPolicies policies;
    private final ObjectMapper json;

    Standings(StoredPolicies policies, ObjectMapper json) {
        this.policies = policies;
        this.json = json;
    }

    /** Before the day is judged: from the day before in one row each, and for those without one from the scores. */
    public Uni<Map<String, Standing>> before(
            SqlClient client, LocalDate statDate, Collection<String> shops, Reach reach) {
        return known(client, statDate.minusDays(1), shops, reach).chain(known -> {
            var missing = new HashSet<>(shops);
            missing.removeAll(known.keySet());
            return missing.isEmpty()
                    ? Uni.createFrom().item(known)
                    : rebuilt(client, statDate, missing, reach).invoke(rest -> rest.putAll(known));
        });
    }

    /** Nothing where the day's policy did not look back as far, or at less: the days are read from the scores then. */
    private Uni<Map<String, Standing>> known(
            SqlClient client, LocalDate statDate, Collection<String> shops, Reach reach) {
        return client.preparedQuery(POLICY)
                .execute(Tuple.of(statDate))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : policies.of(client, statDate)
                                .map(policy -> Reach.of(policy).covers(reach)))
                .chain(isCovered -> isCovered
                        ? of(client, statDate, shops)
                        : Uni.createFrom().item(new HashMap<>()));
    }

    /** Of a published day, by the newest evaluation. */
    Uni<Map<String, Standing>> of(SqlClient client, LocalDate statDate, Collection<String> shops) {
        return client.preparedQuery(OF_DAY)
                .execute(Tuple.of(statDate, shops.toArray(String[]::new)))
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(Standings::byShop);
    }

    /** @return one for each shop */
    private Uni<Map<String, Standing>> rebuilt(SqlClient client, LocalDate statDate, Set<String> shops, Reach reach) {
        LocalDate before = statDate.minusDays(1);
        return Uni.combine()
                .all()
                .unis(held(client, statDate, shops), days(client, shops, statDate.minusDays(reach.depth()), before))
                .with((held, days) -> {
                    var standings = new HashMap<String, Standing>();
                    shops.forEach(shop -> {
                        var was = Optional.ofNullable(held.get(shop)).orElseGet(() -> Standing.none(before));
                        standings.put(
                                shop,
                                was.by(OfficialDays.until(
                                                before,
                                                days.getOrDefault(shop, new TreeMap<>())
                                                        .values())
                                        .naming(reach.subjects())));
                    });
                    return standings;
                });
    }

    private static Uni<Map<String, Standing>> held(SqlClient client, LocalDate before, Set<String> shops) {
        return client.preparedQuery(BEFORE)
                .execute(Tuple.of(before, shops.toArray(String[]::new)))
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(Standings::byShop);
    }

    /** The newest revision of each published day, both ends included; with the points of all dimensions, and of the metrics that were named then. */
    public Uni<Map<String, SortedMap<LocalDate, ScoredDay>>> days(
            SqlClient client, Set<String> shops, LocalDate from, LocalDate to) {
        return client.preparedQuery(DAYS)
                .execute(Tuple.of(shops.toArray(String[]::new), from, to))
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(rows -> {
                    var days = new HashMap<String, SortedMap<LocalDate, ScoredDay>>();
                    rows.forEach(row -> days.computeIfAbsent(row.getString("shop_id"), _ -> new TreeMap<>())
                            .put(row.getLocalDate("stat_date"), day(row)));
                    return days;
                });
    }

    private ScoredDay day(Row row) {
        var points = new HashMap<String, BigDecimal>();
        addPoints(points, row.getString("dimensions"));
        addPoints(points, row.getString("points"));
        return new ScoredDay(
                row.getLocalDate("stat_date"),
                row.getString("stage"),
                Optional.ofNullable(row.getBigDecimal("published")),
                points,
                row.getBigDecimal("padding"),
                row.getBoolean("severe"));
    }

    private void addPoints(Map<String, BigDecimal> points, String text) {
        try {
            if (text != null) {
                json.readValue(text, new TypeReference<Map<String, String>>() {})
                        .forEach((subject, figure) -> points.put(subject, new BigDecimal(figure)));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Standing> byShop(RowSet<Row> rows) {
        var standings = new HashMap<String, Standing>();
        rows.forEach(row -> standings.put(row.getString("shop_id"), Standing.of(row)));
        return standings;
    }
}
