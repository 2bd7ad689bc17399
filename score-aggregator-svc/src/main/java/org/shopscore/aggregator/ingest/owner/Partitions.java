package org.shopscore.aggregator.ingest.owner;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shopscore.aggregator.ingest.lane.LaneShops;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.tile.Counting;
import org.shopscore.aggregator.tile.page.LaneTiles;

/** Who owns which partition: taking one begins a higher epoch, which shuts out whoever had it before. */
public final class Partitions {

    /**
     * Also above those that a database which has come back older has forgotten: not lower than the seconds since 2020. Seconds, since a
     * partition changes hands less often, and so that an epoch fits into 31 bits until 2088.
     */
    static final String NEXT_EPOCH =
            "greatest(epoch + 1, extract(epoch from clock_timestamp() - timestamptz '2020-01-01 00:00:00Z')::bigint)";

    private static final String SHUT_OUT =
            "update ingest_partition set epoch = epoch + 1, tell_all = true where partition = $1";
    private static final String EPOCHS = "select partition, epoch from ingest_partition";

    private final Pool pool;

    public Partitions(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param logId of a partition that nobody ever owned
     * @param now   says what such a partition has been scored for, and from which day on it is frozen; none has been scored for a later day
     */
    public Uni<List<LaneState.Taken>> take(Collection<Integer> partitions, UUID logId, Instant now) {
        return new Taking(pool).take(partitions, logId, now);
    }

    /** @param taken from the oldest offset of a log that was made anew */
    public Uni<LaneState.Taken> ofAnewLog(LaneState.Taken taken) {
        return new AnewLog(pool).begin(taken);
    }

    /** The sums of the shops of a partition that has been taken: nobody else can change them any more. */
    Uni<LaneShops> shops(int partition, Counting counting) {
        return LaneTiles.sums(pool, partition, counting).map(LaneShops::of);
    }

    /** Who took each partition last. */
    Uni<Map<Integer, Long>> epochs() {
        return pool.query(EPOCHS)
                .execute()
                .map(rows -> rows.stream()
                        .collect(
                                Collectors.toMap(row -> (int) row.getShort("partition"), row -> row.getLong("epoch"))));
    }

    /** Shuts out the owner, if there is one: it reads everything again, and tells every shop again. */
    public Uni<Void> shutOut(int partition) {
        return pool.preparedQuery(SHUT_OUT).execute(Tuple.of((short) partition)).replaceWithVoid();
    }
}
