package org.shopscore.aggregator.ingest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import org.shopscore.aggregator.official.input.InputPages;
import org.shopscore.aggregator.score.DayAmounts;
import org.shopscore.aggregator.tile.page.LaneTiles;

/** Writes down, under the fence, what the scores of a day are computed from: sums of the window, and what the registry says. */
final class FrozenInputs {

    private static final String REQUESTED = "select stat_date from official_request order by stat_date";
    private static final String DONE =
            "insert into official_lane (stat_date, partition, frozen_offset) values ($1, $2, $3) on conflict do nothing";
    private static final String MOVED = """
            update ingest_partition set frozen_to = greatest(frozen_to, $1) where partition = $2
            """;

    private final Pool pool;

    FrozenInputs(Pool pool) {
        this.pool = pool;
    }

    Uni<List<LocalDate>> requested() {
        return pool.query(REQUESTED)
                .execute()
                .map(rows -> rows.stream().map(row -> row.getLocalDate(0)).toList());
    }

    /** @return how many shops; fails with {@link Fenced} when the partition has another owner */
    Uni<Integer> freeze(LaneState lane, LocalDate day) {
        short partition = (short) lane.partition();
        return pool.withTransaction(connection -> IngestTransaction.fence(
                        connection, List.of(LaneWrites.unchanged(lane)))
                .chain(() -> connection.preparedQuery(DONE).execute(Tuple.of(day, partition, lane.nextOffset())))
                .chain(done -> done.rowCount() == 0 ? Uni.createFrom().item(0) : store(connection, day, partition))
                .call(() -> day.equals(lane.frozen().next())
                        ? connection.preparedQuery(MOVED).execute(Tuple.of(day, partition))
                        : Uni.createFrom().nullItem()));
    }

    private static Uni<Integer> store(SqlConnection connection, LocalDate day, short partition) {
        return LaneTiles.sumsHeld(connection, partition, DayAmounts.firstOfWindow(day), day)
                .chain(counted -> InputPages.freeze(connection, day, partition, counted));
    }
}
