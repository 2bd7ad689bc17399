package org.shopscore.logistics.carrier.counting;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shopscore.logistics.sweep.Tick;

/** Counts the parcels that have moved, batch after batch, one replica at a time. */
@ApplicationScoped
class Counting {

    private static final int BATCH = 500;
    /** The lock of whoever may change the weeks. */
    static final long TURN = 0x6361727269657273L;

    private static final String OUR_TURN = "select pg_try_advisory_xact_lock($1) as ours";

    private final Pool pool;

    Counting(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(
            every = "${logistics.carriers.count-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> run() {
        return Tick.untilNothingIsLeft("carrier-counting", this::batch);
    }

    private Uni<Integer> batch() {
        return pool.withTransaction(connection -> isOurTurn(connection)
                .chain(ours -> CountedParcels.take(connection, ours ? BATCH : 0))
                .call(parcels -> count(connection, parcels))
                .map(List::size));
    }

    private static Uni<Void> count(SqlConnection connection, List<ParcelRow> parcels) {
        if (parcels.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var changes = WeekChanges.of(parcels);
        return WeekRows.count(connection, changes.counts())
                .chain(() -> WeekRows.time(connection, changes.minutes()))
                .chain(() -> CountedParcels.keep(connection, parcels));
    }

    private static Uni<Boolean> isOurTurn(SqlConnection connection) {
        return connection
                .preparedQuery(OUR_TURN)
                .execute(Tuple.of(TURN))
                .map(rows -> rows.iterator().next().getBoolean("ours"));
    }
}
