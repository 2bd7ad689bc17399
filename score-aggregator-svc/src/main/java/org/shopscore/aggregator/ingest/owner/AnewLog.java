package org.shopscore.aggregator.ingest.owner;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.shopscore.aggregator.ingest.lane.Fenced;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.tile.page.Folding;

/**
 * Goes over to a log that was made anew, whose offsets begin again: whatever is kept by offset is settled first. What was counted stays
 * counted; the numbers of events tell those that come again.
 */
final class AnewLog {

    /** Who revises scores has both the facts and the offsets of before, or both of after. */
    private static final String NOBODY_REVISES = "select pg_advisory_xact_lock(hashtext('score-revisions'))";

    // Rows of polls are told apart by offset, so none of the old log may be left.
    private static final String BEGUN = """
            update ingest_partition set next_offset = $3, topic_id = $4, tell_all = true
             where partition = $1 and epoch = $2 and not exists (select from tile_delta where lane = $1)
            """;

    /** Frozen inputs hold what has a lower offset: late facts are left for the days alone whose inputs do not hold them. */
    private static final String HELD = """
            delete from late_fact f where f.partition = $1 and not exists (
              select from official_lane l where l.partition = f.partition
                 and l.stat_date between f.first_stat_date and f.last_stat_date and l.frozen_offset <= f.record_offset)
            """;

    private static final String NOT_HELD = """
            update late_fact f set last_stat_date = (
              select max(l.stat_date) from official_lane l where l.partition = f.partition
                 and l.stat_date between f.first_stat_date and f.last_stat_date and l.frozen_offset <= f.record_offset)
             where f.partition = $1
            """;

    private static final String FROZEN = "update official_lane set frozen_offset = $2 where partition = $1";

    private final Pool pool;
    private final Folding folding;

    AnewLog(Pool pool) {
        this.pool = pool;
        this.folding = new Folding(pool);
    }

    /**
     * @param taken from the oldest offset of the new log
     * @return the same; fails with {@link Fenced} when it is another's, or somebody else folds it at this moment
     */
    Uni<LaneState.Taken> begin(LaneState.Taken taken) {
        short partition = (short) taken.partition();
        return folding.fold(partition)
                .chain(() -> pool.withTransaction(connection -> connection
                        .query(NOBODY_REVISES)
                        .execute()
                        .chain(() -> connection
                                .preparedQuery(BEGUN)
                                .execute(Tuple.of(partition, taken.epoch(), taken.nextOffset(), taken.logId())))
                        .invoke(rows -> {
                            if (rows.rowCount() == 0) {
                                throw new Fenced(1, 0);
                            }
                        })
                        .chain(() -> settle(connection, partition, taken.nextOffset()))))
                .replaceWith(taken);
    }

    private static Uni<Void> settle(SqlConnection connection, short partition, long first) {
        return connection
                .preparedQuery(HELD)
                .execute(Tuple.of(partition))
                .chain(() -> connection.preparedQuery(NOT_HELD).execute(Tuple.of(partition)))
                .chain(() -> connection.preparedQuery(FROZEN).execute(Tuple.of(partition, first)))
                .replaceWithVoid();
    }
}
