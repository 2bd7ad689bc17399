package org.shopscore.aggregator.official.revision;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.official.LateFact;
import org.shopscore.aggregator.official.input.FrozenMaturities;
import org.shopscore.aggregator.tile.MeasureBook;

/**
 * Puts a corrected score beside each published one that a fact came too late for. Batch after batch in one transaction each, in the
 * order in which the facts became known; one process at a time.
 */
@ApplicationScoped
class Revisions {

    private static final Logger LOG = Logger.getLogger(Revisions.class);
    private static final int BATCH = 500;

    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtext('score-revisions')) as mine";
    /** Those behind one that waits for its day to be published do not wait with it. */
    private static final String NEXT = """
            select f.* from late_fact f
             where not exists (
               select 1 from official_lane l left join official_day d on d.stat_date = l.stat_date
                where l.partition = f.partition and l.stat_date between f.first_stat_date and f.last_stat_date
                  and f.record_offset >= l.frozen_offset and d.published_at is null)
             order by f.id limit
            """ + BATCH;

    private static final String FROZEN = """
            select stat_date, partition, frozen_offset, matured from official_lane where stat_date between $1 and $2
            """;
    private static final String DONE = "delete from late_fact where id = any($1)";

    private final Pool pool;
    private final MeasureBook book;
    private final Reviser reviser;

    Revisions(Pool pool, MeasureBook book, Reviser reviser) {
        this.pool = pool;
        this.book = book;
        this.reviser = reviser;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> tick() {
        return Multi.createBy()
                .repeating()
                .uni(this::batch)
                .whilst(done -> done > 0)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("revisions=failed cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Integer> batch() {
        return pool.withTransaction(connection -> connection
                .query(ALONE)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean("mine")
                        ? late(connection).chain(late -> revise(connection, late))
                        : Uni.createFrom().item(0)));
    }

    private Uni<List<LateFact>> late(SqlConnection connection) {
        return book.read(connection)
                .chain(ids -> connection
                        .query(NEXT)
                        .execute()
                        .map(rows ->
                                rows.stream().map(row -> LateFact.of(row, ids)).toList()));
    }

    private Uni<Integer> revise(SqlConnection connection, List<LateFact> late) {
        if (late.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return due(connection, late).chain(due -> {
            var settled = due.first(late);
            return Multi.createFrom()
                    .iterable(due.byScore(settled).entrySet())
                    .onItem()
                    .transformToUniAndConcatenate(score -> reviser.revise(
                            connection,
                            score.getKey().statDate(),
                            score.getKey().shopId(),
                            score.getValue(),
                            due.matured(score.getKey())))
                    .onItem()
                    .ignoreAsUni()
                    .chain(() -> connection.preparedQuery(DONE).execute(Tuple.of((Object)
                            settled.stream().map(LateFact::id).toArray(Long[]::new))))
                    .replaceWith(settled.size());
        });
    }

    private static Uni<DueRevisions> due(SqlConnection connection, List<LateFact> late) {
        LocalDate first =
                late.stream().map(LateFact::first).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                late.stream().map(LateFact::last).max(LocalDate::compareTo).orElseThrow();
        return connection.preparedQuery(FROZEN).execute(Tuple.of(first, last)).map(rows -> {
            var frozen = new HashMap<DueRevisions.Frozen, DueRevisions.Inputs>();
            rows.forEach(row -> frozen.put(
                    new DueRevisions.Frozen(row.getLocalDate("stat_date"), row.getShort("partition")),
                    new DueRevisions.Inputs(row.getLong("frozen_offset"), FrozenMaturities.of(row))));
            return new DueRevisions(frozen);
        });
    }
}
