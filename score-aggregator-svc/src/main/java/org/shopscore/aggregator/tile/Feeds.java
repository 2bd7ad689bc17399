package org.shopscore.aggregator.tile;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.metric.BusinessDay;

/** Reads how complete a partition is, for a process that does not own it. */
@ApplicationScoped
public class Feeds {

    private static final String ROLLED = "select rolled_to from ingest_partition where partition = $1";
    private static final String COMPLETE = """
            select source, max(complete_until) as complete_until from sequence_position
             where partition = $1 and complete_until is not null group by source
            """;
    private static final String OPEN = """
            select source, reason, sum(to_number - from_number + 1)::bigint as events, min(opened_at) as since
              from sequence_hole
             where partition = $1 and closed_at is null and reason <> 'before-start' and opened_at < $2
             group by source, reason order by source, reason
            """;

    private final Pool pool;
    private final Clock clock;

    public Feeds(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    public Uni<FeedState> of(int partition) {
        Instant now = clock.instant();
        OffsetDateTime old = now.minus(OpenHoles.TOLERATED).atOffset(ZoneOffset.UTC);
        var rolled = pool.preparedQuery(ROLLED)
                .execute(Tuple.of((short) partition))
                .map(rows -> rolled(rows, BusinessDay.of(now)));
        var complete = pool.preparedQuery(COMPLETE)
                .execute(Tuple.of((short) partition))
                .map(Feeds::complete);
        var reasons = pool.preparedQuery(OPEN)
                .execute(Tuple.of((short) partition, old))
                .map(Feeds::reasons);
        return Uni.combine().all().unis(rolled, complete, reasons).with(FeedState::new);
    }

    private static LocalDate rolled(RowSet<Row> rows, LocalDate today) {
        LocalDate rolled = rows.iterator().next().getLocalDate("rolled_to");
        return rolled == null ? today : rolled;
    }

    private static SortedMap<String, Instant> complete(RowSet<Row> rows) {
        var complete = new TreeMap<String, Instant>();
        for (Row row : rows) {
            complete.put(
                    row.getString("source"),
                    row.getOffsetDateTime("complete_until").toInstant());
        }
        return complete;
    }

    private static List<String> reasons(RowSet<Row> rows) {
        var reasons = new ArrayList<String>();
        for (Row row : rows) {
            reasons.add(OpenHoles.reason(
                    row.getString("source"),
                    row.getString("reason"),
                    row.getLong("events"),
                    row.getOffsetDateTime("since").toInstant()));
        }
        return reasons;
    }
}
