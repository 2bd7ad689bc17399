package org.shopscore.aggregator.ingest.day;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import org.shopscore.aggregator.ingest.commit.IngestTransaction;
import org.shopscore.aggregator.ingest.draft.LaneWrites;
import org.shopscore.aggregator.ingest.lane.Fenced;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.ingest.lane.Window;
import org.shopscore.aggregator.ingest.owner.WantedMaturing;
import org.shopscore.aggregator.official.input.InputPages;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.tile.Counting;
import org.shopscore.aggregator.tile.Maturing;
import org.shopscore.aggregator.tile.page.LaneTiles;

/** Writes down, under the fence, what the scores of a day are computed from: sums of the window, and of what has matured, and what the registry says. */
public final class FrozenInputs {

    private static final String REQUESTED = "select stat_date from official_request order by stat_date";
    private static final String DONE =
            "insert into official_lane (stat_date, partition, frozen_offset, matured) values ($1, $2, $3, $4) on conflict do nothing";
    private static final String MOVED = """
            update ingest_partition set frozen_to = greatest(frozen_to, $1) where partition = $2
            """;

    /** @param longest days that anything in the inputs takes to mature */
    record Frozen(int shops, int longest) {}

    private final Pool pool;
    private final WantedMaturing wanted;

    public FrozenInputs(Pool pool, WantedMaturing wanted) {
        this.pool = pool;
        this.wanted = wanted;
    }

    Uni<List<LocalDate>> requested() {
        return pool.query(REQUESTED)
                .execute()
                .map(rows -> rows.stream().map(row -> row.getLocalDate(0)).toList());
    }

    /** @return fails with {@link Fenced} when the partition has another owner */
    Uni<Frozen> freeze(LaneState lane, LocalDate day) {
        return wanted.forEver(day)
                .chain(maturing -> freeze(lane, day, maturing)
                        .map(shops -> new Frozen(shops, maturing.maturities().longest())));
    }

    private Uni<Integer> freeze(LaneState lane, LocalDate day, Maturing maturing) {
        short partition = (short) lane.partition();
        Maturities matured = maturing.maturities();
        return pool.withTransaction(connection -> IngestTransaction.fence(
                        connection, List.of(LaneWrites.unchanged(lane)))
                .chain(() -> connection
                        .preparedQuery(DONE)
                        .execute(Tuple.of(
                                day,
                                partition,
                                lane.nextOffset(),
                                matured.names().toArray(String[]::new))))
                .chain(done -> done.rowCount() == 0
                        ? Uni.createFrom().item(0)
                        : store(connection, Window.endingOn(day).counting(maturing), partition))
                .call(() -> day.equals(lane.frozen().next())
                        ? connection.preparedQuery(MOVED).execute(Tuple.of(day, partition))
                        : Uni.createFrom().nullItem())
                .call(() -> wanted.require(connection, day, matured)));
    }

    private static Uni<Integer> store(SqlConnection connection, Counting counting, short partition) {
        return LaneTiles.sumsHeld(connection, partition, counting)
                .chain(counted -> InputPages.freeze(connection, counting.last(), partition, counted));
    }
}
