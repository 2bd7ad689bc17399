package org.shopscore.aggregator.official;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.aggregator.tile.MeasureIds;

/** A fact that became known after the cut-off of days it counts for. */
public record LateFact(
        long id,
        int partition,
        long offset,
        String shopId,
        LocalDate day,
        LocalDate first,
        LocalDate last,
        Map<String, Long> amounts,
        String ref,
        Optional<String> reason) {

    public static LateFact of(Row row, MeasureIds ids) {
        return new LateFact(
                row.getLong("id"),
                row.getShort("partition"),
                row.getLong("record_offset"),
                row.getString("shop_id"),
                row.getLocalDate("day"),
                row.getLocalDate("first_stat_date"),
                row.getLocalDate("last_stat_date"),
                ids.named(row.getBuffer("amounts").getBytes()),
                row.getString("ref"),
                Optional.ofNullable(row.getString("reason")));
    }

    public Stream<LocalDate> statDates() {
        return first.datesUntil(last.plusDays(1));
    }
}
