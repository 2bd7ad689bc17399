package org.shopscore.aggregator.official;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
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
    private static final String NEXT = "select * from late_fact order by id limit " + BATCH;
    private static final String FROZEN = """
            select l.stat_date, l.partition, l.frozen_offset, d.published_at is not null as published
              from official_lane l left join official_day d on d.stat_date = l.stat_date
             where l.stat_date between $1 and $2
            """;
    private static final String DONE = "delete from late_fact where id = any($1)";

    private record Lane(LocalDate statDate, int partition) {}

    private record Frozen(long offset, boolean isPublished) {}

    private record Score(LocalDate statDate, String shopId) {}

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
                .whilst(done -> done == BATCH)
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
        return frozen(connection, late).chain(frozen -> {
            var settled = late.stream().filter(fact -> isSettled(fact, frozen)).toList();
            return Multi.createFrom()
                    .iterable(byScore(settled, frozen).entrySet())
                    .onItem()
                    .transformToUniAndConcatenate(score -> reviser.revise(
                            connection,
                            score.getKey().statDate(),
                            score.getKey().shopId(),
                            score.getValue()))
                    .onItem()
                    .ignoreAsUni()
                    .chain(() -> connection.preparedQuery(DONE).execute(Tuple.of((Object)
                            settled.stream().map(LateFact::id).toArray(Long[]::new))))
                    .replaceWith(settled.size());
        });
    }

    private static Uni<Map<Lane, Frozen>> frozen(SqlConnection connection, List<LateFact> late) {
        LocalDate first =
                late.stream().map(LateFact::first).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                late.stream().map(LateFact::last).max(LocalDate::compareTo).orElseThrow();
        return connection.preparedQuery(FROZEN).execute(Tuple.of(first, last)).map(rows -> {
            var frozen = new TreeMap<Lane, Frozen>(
                    java.util.Comparator.comparing(Lane::statDate).thenComparing(Lane::partition));
            rows.forEach(row -> frozen.put(
                    new Lane(row.getLocalDate("stat_date"), row.getShort("partition")),
                    new Frozen(row.getLong("frozen_offset"), row.getBoolean("published"))));
            return frozen;
        });
    }

    /** A day that is frozen and not yet published has to be waited for. */
    private static boolean isSettled(LateFact fact, Map<Lane, Frozen> frozen) {
        return fact.statDates()
                .map(day -> frozen.get(new Lane(day, fact.partition())))
                .allMatch(lane -> lane == null || lane.isPublished() || fact.offset() < lane.offset());
    }

    /** What was frozen at a higher offset holds the fact already. */
    private static Map<Score, List<LateFact>> byScore(List<LateFact> late, Map<Lane, Frozen> frozen) {
        var scores = new LinkedHashMap<Score, List<LateFact>>();
        for (LateFact fact : late) {
            fact.statDates()
                    .filter(day -> {
                        Frozen lane = frozen.get(new Lane(day, fact.partition()));
                        return lane != null && fact.offset() >= lane.offset();
                    })
                    .forEach(day -> scores.computeIfAbsent(new Score(day, fact.shopId()), _ -> new ArrayList<>())
                            .add(fact));
        }
        return scores;
    }
}
