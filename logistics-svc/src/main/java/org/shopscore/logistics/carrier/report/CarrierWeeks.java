package org.shopscore.logistics.carrier.report;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shopscore.logistics.carrier.performance.Cell;
import org.shopscore.logistics.carrier.performance.Figure;
import org.shopscore.logistics.carrier.performance.IsoWeek;
import org.shopscore.logistics.carrier.performance.Leg;
import org.shopscore.logistics.carrier.performance.MinuteHistogram;
import org.shopscore.logistics.region.Region;

/** Reads the carriers' weeks. */
@ApplicationScoped
public class CarrierWeeks {

    private static final String COUNTS = """
            select carrier, from_region, to_region, week, json_object_agg(figure, amount) as counts,
              (select json_object_agg(leg, encode(histogram, 'base64')) from carrier_week_minutes as took
                where took.from_region = known.from_region and took.to_region = known.to_region
                  and took.carrier = known.carrier and took.week = known.week and leg = any(%s)) as minutes
            from carrier_week_count as known where %s
            group by carrier, from_region, to_region, week having max(amount) > 0""";

    private static final String PAGE =
            COUNTS.formatted("$8", """
            carrier = $1 and starts_with(from_region, $2) and starts_with(to_region, $3) and week <= $4
            and (week < $4 or (from_region, to_region) > ($5, $6)) and ($9::date is null or week = $9)""") + " order by week desc, from_region, to_region limit $7";
    private static final String LANE = COUNTS.formatted("$4", "from_region = $1 and to_region = $2 and week >= $3");
    private static final String CELL = """
            select leg, histogram from carrier_week_minutes
            where from_region = $1 and to_region = $2 and carrier = $3 and week >= $4""";

    private static final String[] SHOWN = {Leg.PICKUP.name(), Leg.DELIVERY.name()};

    private final Pool pool;

    CarrierWeeks(Pool pool) {
        this.pool = pool;
    }

    /** A carrier's weeks on its lanes, the latest first. */
    Uni<List<CarrierWeek>> page(WeekQuery query, int limit) {
        var after = query.after();
        return read(
                PAGE,
                Tuple.of(query.carrier(), query.from(), query.to(), after.week().monday())
                        .addString(after.from())
                        .addString(after.to())
                        .addInteger(limit)
                        .addValue(SHOWN)
                        .addValue(query.week().map(IsoWeek::monday).orElse(null)));
    }

    /** All carriers on a lane, their weeks from one on taken together, by the carrier's code. */
    public Uni<SortedMap<String, WeekFigures>> lane(Region from, Region to, IsoWeek since) {
        return read(LANE, Tuple.of(from.code(), to.code(), since.monday(), SHOWN))
                .map(weeks -> {
                    SortedMap<String, WeekFigures> carriers = new TreeMap<>();
                    weeks.forEach(week -> carriers.computeIfAbsent(week.cell().carrier(), _ -> new WeekFigures())
                            .add(week.figures()));
                    return carriers;
                });
    }

    /** The minutes of all legs of a carrier on a lane, its weeks from one on taken together. */
    public Uni<WeekFigures> minutes(Cell cell, IsoWeek since) {
        return pool.preparedQuery(CELL)
                .execute(Tuple.of(cell.from().code(), cell.to().code(), cell.carrier(), since.monday()))
                .map(rows -> {
                    var figures = new WeekFigures();
                    rows.forEach(row -> figures.add(
                            Leg.valueOf(row.getString("leg")),
                            MinuteHistogram.read(row.getBuffer("histogram").getBytes())));
                    return figures;
                });
    }

    private Uni<List<CarrierWeek>> read(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> rows.stream().map(CarrierWeeks::week).toList());
    }

    private static CarrierWeek week(Row row) {
        var cell = new Cell(
                row.getString("carrier"),
                new Region(row.getString("from_region")),
                new Region(row.getString("to_region")));
        return new CarrierWeek(cell, new IsoWeek(row.getLocalDate("week")), figures(row));
    }

    private static WeekFigures figures(Row row) {
        var figures = new WeekFigures();
        members(row, "counts")
                .forEach((figure, amount) -> figures.add(Figure.valueOf(figure), ((Number) amount).longValue()));
        members(row, "minutes")
                .forEach((leg, text) -> figures.add(
                        Leg.valueOf(leg),
                        MinuteHistogram.read(Base64.getMimeDecoder().decode((String) text))));
        return figures;
    }

    private static Map<String, Object> members(Row row, String column) {
        return row.getValue(column) instanceof JsonObject object ? object.getMap() : Map.of();
    }
}
