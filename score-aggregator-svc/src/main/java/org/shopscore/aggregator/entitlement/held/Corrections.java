package org.shopscore.aggregator.entitlement.held;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;

/** Judges entitlements again from the first corrected day of a shop to the newest one; never while a day is being run. */
@ApplicationScoped
class Corrections {

    private static final Logger LOG = Logger.getLogger(Corrections.class);
    private static final int AT_ONCE = 200;

    /** Taken out before they are judged: who corrects one of them meanwhile waits, and notes it again. */
    private static final String DUE = """
            with due as (
              delete from entitlement_due where shop_id in (
                select distinct shop_id from entitlement_due
                 where not exists (select 1 from official_day where published_at is null)
                 order by shop_id limit %d)
              returning shop_id, stat_date)
            select shop_id, min(stat_date) as first from due group by shop_id order by shop_id
            """.formatted(AT_ONCE);

    private record Due(String shopId, LocalDate first) {}

    private final Pool pool;
    private final Rejudging rejudging;

    Corrections(Pool pool, Rejudging rejudging) {
        this.pool = pool;
        this.rejudging = rejudging;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> tick() {
        return Multi.createBy()
                .repeating()
                .uni(this::batch)
                .whilst(done -> done == AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("entitlement-corrections=failed cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Integer> batch() {
        return pool.withTransaction(connection -> RunLock.take(connection)
                .chain(() -> connection.query(DUE).execute())
                .map(rows -> rows.stream()
                        .map(row -> new Due(row.getString("shop_id"), row.getLocalDate("first")))
                        .toList())
                .chain(due -> judge(connection, due)));
    }

    private Uni<Integer> judge(SqlConnection connection, List<Due> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(shop -> rejudging.from(connection, shop.shopId(), shop.first()))
                .onItem()
                .ignoreAsUni()
                .replaceWith(due.size());
    }
}
