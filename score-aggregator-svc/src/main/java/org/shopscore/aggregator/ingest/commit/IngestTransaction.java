package org.shopscore.aggregator.ingest.commit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.shopscore.aggregator.ingest.draft.LaneWrites;
import org.shopscore.aggregator.ingest.draft.LateFacts.LateFact;
import org.shopscore.aggregator.ingest.lane.Fenced;
import org.shopscore.aggregator.tile.Days;

/** Writes the batches of a poll, all or nothing. */
public final class IngestTransaction {

    // Only the owner who knows the epoch and the offset may write; the row lock holds the next owner off until the
    // commit.
    private static final String FENCE = """
            update ingest_partition p set next_offset = f.next
              from unnest($1::smallint[], $2::bigint[], $3::bigint[], $4::bigint[]) f(partition, epoch, expected, next)
             where p.partition = f.partition and p.epoch = f.epoch and p.next_offset = f.expected
            """;

    private static final String ADDED = """
            insert into tile_delta (lane, from_offset, tiles)
            select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
            """;

    private static final String LATE = """
            insert into late_fact (partition, record_offset, shop_id, day, first_stat_date, last_stat_date, amounts, ref, reason)
            select * from unnest($1::smallint[], $2::bigint[], $3::text[], $4::date[], $5::date[], $6::date[], $7::bytea[],
                $8::text[], $9::text[])
            """;

    private final Pool pool;

    public IngestTransaction(Pool pool) {
        this.pool = pool;
    }

    /** @return fails with {@link Fenced} when one of the partitions has another owner; after any other failure nobody knows */
    public Uni<Void> write(List<LaneWrites> lanes) {
        return pool.withTransaction(connection -> fence(connection, lanes)
                .chain(() -> addTiles(connection, lanes))
                .chain(() -> SequenceRows.write(connection, lanes))
                .chain(() -> keepLate(connection, lanes)));
    }

    public static Uni<Void> fence(SqlConnection connection, List<LaneWrites> lanes) {
        return Columns.of(lanes.stream())
                .smallint(LaneWrites::partition)
                .bigint(LaneWrites::epoch)
                .bigint(LaneWrites::expectedOffset)
                .bigint(LaneWrites::nextOffset)
                .update(connection, FENCE)
                .invoke(owned -> {
                    if (owned < lanes.size()) {
                        throw new Fenced(lanes.size(), owned);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> addTiles(SqlConnection connection, List<LaneWrites> lanes) {
        return Columns.of(lanes.stream().filter(lane -> lane.added().length() > 0))
                .smallint(LaneWrites::partition)
                .bigint(LaneWrites::expectedOffset)
                .bytea(LaneWrites::added)
                .execute(connection, ADDED);
    }

    private static Uni<Void> keepLate(SqlConnection connection, List<LaneWrites> lanes) {
        return Columns.of(LaneWrites.all(lanes, LaneWrites::late))
                .smallint(LateFact::partition)
                .bigint(LateFact::offset)
                .text(LateFact::shopId)
                .date(LateFact::day)
                .date(late -> Days.of(late.statDates().first()))
                .date(late -> Days.of(late.statDates().last()))
                .bytea(LateFact::amounts)
                .text(LateFact::ref)
                .text(LateFact::reason)
                .execute(connection, LATE);
    }
}
