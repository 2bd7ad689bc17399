package org.shopscore.aggregator.tile;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the day tiles of one shop. */
@ApplicationScoped
public class Tiles {

    private static final String WINDOW =
            "select day, measures from day_tile where shop_id = $1 and day between $2 and $3";
    private static final String KNOWN = "select exists (select from day_tile where shop_id = $1)"
            + " or exists (select from shop where shop_id = $1)";

    private final Pool pool;
    private final MeasureBook book;

    public Tiles(Pool pool, MeasureBook book) {
        this.pool = pool;
        this.book = book;
    }

    /**
     * @param from first day
     * @param to   last day, included
     * @return the days that have an amount, each with its measures by name
     */
    public Uni<SortedMap<LocalDate, Map<String, Long>>> window(String shopId, LocalDate from, LocalDate to) {
        return pool.preparedQuery(WINDOW)
                .execute(Tuple.of(shopId, from, to))
                .chain(rows -> ids(rows).map(ids -> days(rows, ids)));
    }

    /** Whether anything was ever counted for the shop, or it is registered. */
    public Uni<Boolean> known(String shopId) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(shopId))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Uni<MeasureIds> ids(RowSet<Row> rows) {
        MeasureIds known = book.ids();
        for (Row row : rows) {
            if (!known.knowsAll(row.getBuffer("measures").getBytes())) {
                return book.read();
            }
        }
        return Uni.createFrom().item(known);
    }

    private static SortedMap<LocalDate, Map<String, Long>> days(RowSet<Row> rows, MeasureIds ids) {
        var days = new TreeMap<LocalDate, Map<String, Long>>();
        for (Row row : rows) {
            var measures = ids.named(row.getBuffer("measures").getBytes());
            if (!measures.isEmpty()) {
                days.put(row.getLocalDate("day"), measures);
            }
        }
        return days;
    }
}
