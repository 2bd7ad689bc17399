package org.shopscore.logistics.lane;

import static org.shopscore.logistics.sql.Column.maybeText;
import static org.shopscore.logistics.sql.Column.number;
import static org.shopscore.logistics.sql.Column.text;
import static org.shopscore.logistics.sql.Column.time;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.sql.Columns;
import org.shopscore.logistics.sql.Fields;

/** The table of all lanes' standards; rows are added and never changed. */
@ApplicationScoped
class LaneStandards {

    private static final Columns<LaneStandard> COLUMNS = new Columns<>(List.of(
            text("carrier", standard -> standard.lane().carrier()),
            text("from_region", standard -> standard.lane().from().code()),
            text("to_region", standard -> standard.lane().to().code()),
            time("valid_from", LaneStandard::validFrom),
            number("pickup_hours", standard -> (long) standard.pickupHours()),
            number("transit_hours", standard -> (long) standard.transitHours()),
            text("level", standard -> standard.level().name()),
            number("price_minor", standard -> standard.price().map(Price::minor).orElse(null)),
            maybeText("currency", standard -> standard.price().map(Price::currency))));

    private static final String ADD = "insert into lane_standard (" + COLUMNS.names() + ", recorded_at) select "
            + COLUMNS.names() + ", $" + COLUMNS.next() + " from " + COLUMNS.rows() + " on conflict do nothing";
    private static final String ALL = "select " + COLUMNS.names() + " from lane_standard";
    private static final String ONE =
            ALL + " where carrier = $1 and from_region = $2 and to_region = $3 and valid_from = $4";
    private static final String PAGE = ALL + """
             where ($1::text is null or carrier = $1) and starts_with(from_region, $2) and starts_with(to_region, $3)
              and (carrier, from_region, to_region, valid_from) > ($4, $5, $6, $7::timestamptz)
            order by carrier, from_region, to_region, valid_from limit $8""";

    private final Pool pool;
    private final Clock clock;

    LaneStandards(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** @return how many were new; of those that are there already nothing changes */
    Uni<Integer> add(List<LaneStandard> standards) {
        return pool.preparedQuery(ADD)
                .execute(COLUMNS.values(standards).addValue(clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount());
    }

    Uni<Optional<LaneStandard>> find(Lane lane, Instant validFrom) {
        return read(ONE, key(lane, validFrom)).map(found -> found.stream().findFirst());
    }

    Uni<List<LaneStandard>> all() {
        return read(ALL, Tuple.tuple());
    }

    /**
     * @param carrier empty for all carriers
     * @param from    a region that the lanes begin in, or the beginning of its code
     * @param after   the last one of the page before
     */
    Uni<List<LaneStandard>> page(Optional<String> carrier, String from, String to, LaneKey after, int limit) {
        return read(
                PAGE,
                Tuple.of(carrier.orElse(null), from, to)
                        .addString(after.carrier())
                        .addString(after.from())
                        .addString(after.to())
                        .addValue(after.validFrom().atOffset(ZoneOffset.UTC))
                        .addInteger(limit));
    }

    private Uni<List<LaneStandard>> read(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> rows.stream().map(LaneStandards::standard).toList());
    }

    private static Tuple key(Lane lane, Instant validFrom) {
        return Tuple.of(lane.carrier(), lane.from().code(), lane.to().code(), validFrom.atOffset(ZoneOffset.UTC));
    }

    private static LaneStandard standard(Row row) {
        var lane = new Lane(
                row.getString("carrier"),
                new Region(row.getString("from_region")),
                new Region(row.getString("to_region")));
        return new LaneStandard(
                lane,
                Fields.instant(row, "valid_from"),
                row.getInteger("pickup_hours"),
                row.getInteger("transit_hours"),
                ServiceLevel.valueOf(row.getString("level")),
                Optional.ofNullable(row.getLong("price_minor"))
                        .map(minor -> new Price(minor, row.getString("currency"))));
    }
}
