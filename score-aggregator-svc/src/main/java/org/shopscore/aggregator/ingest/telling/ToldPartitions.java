package org.shopscore.aggregator.ingest.telling;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import org.shopscore.aggregator.ingest.lane.Fenced;
import org.shopscore.aggregator.ingest.lane.LaneState;

/** How far the shops of a partition have been told, for its next owner. */
public final class ToldPartitions {

    private static final String ROLLED =
            "update ingest_partition set rolled_to = $1 where partition = $2 and epoch = $3 returning partition";
    private static final String TOLD_ALL =
            "update ingest_partition set tell_all = false where partition = $1 and epoch = $2 and tell_all";

    private final Pool pool;

    public ToldPartitions(Pool pool) {
        this.pool = pool;
    }

    /** Every shop of the partition has been told since it was taken. */
    Uni<Void> toldAll(LaneState lane) {
        return pool.preparedQuery(TOLD_ALL)
                .execute(Tuple.of((short) lane.partition(), lane.epoch()))
                .replaceWithVoid();
    }

    /** All shops of the partition have been announced for the day. */
    Uni<Void> rolled(LaneState lane, LocalDate day) {
        return pool.preparedQuery(ROLLED)
                .execute(Tuple.of(day, (short) lane.partition(), lane.epoch()))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw new Fenced(1, 0);
                    }
                })
                .replaceWithVoid();
    }
}
