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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    /** A transaction is to be over long before readers give up on what bears its time. */
    private static final int MOST_SCORES = 500;

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
            select stat_date, partition, frozen_offset from official_lane where stat_date between $1 and $2
            """;
    private static final String DONE = "delete from late_fact where id = any($1)";

    /** Whose inputs were frozen, at an offset of the log. */
    private record Frozen(LocalDate statDate, int partition) {}

    /** In the order in which rows of them are locked. */
    private record Score(LocalDate statDate, String shopId) implements Comparable<Score> {

        private static final Comparator<Score> ORDER =
                Comparator.comparing(Score::statDate).thenComparing(Score::shopId);

        @Override
        public int compareTo(Score other) {
            return ORDER.compare(this, other);
        }
    }

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
        return frozen(connection, late).chain(frozen -> {
            var settled = some(late, frozen);
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

    private static Uni<Map<Frozen, Long>> frozen(SqlConnection connection, List<LateFact> late) {
        LocalDate first =
                late.stream().map(LateFact::first).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                late.stream().map(LateFact::last).max(LocalDate::compareTo).orElseThrow();
        return connection.preparedQuery(FROZEN).execute(Tuple.of(first, last)).map(rows -> {
            var frozen = new HashMap<Frozen, Long>();
            rows.forEach(row -> frozen.put(
                    new Frozen(row.getLocalDate("stat_date"), row.getShort("partition")),
                    row.getLong("frozen_offset")));
            return frozen;
        });
    }

    /** The first of them, at least one, until they revise as many scores as one transaction is to. */
    private static List<LateFact> some(List<LateFact> late, Map<Frozen, Long> frozen) {
        var scores = new HashSet<Score>();
        int count = 0;
        while (count < late.size() && scores.size() < MOST_SCORES) {
            scores(late.get(count++), frozen).forEach(scores::add);
        }
        return late.subList(0, count);
    }

    private static Map<Score, List<LateFact>> byScore(List<LateFact> late, Map<Frozen, Long> frozen) {
        var scores = new TreeMap<Score, List<LateFact>>();
        late.forEach(fact -> scores(fact, frozen)
                .forEach(score ->
                        scores.computeIfAbsent(score, _ -> new ArrayList<>()).add(fact)));
        return scores;
    }

    /** What was frozen at a higher offset holds the fact already. */
    private static Stream<Score> scores(LateFact fact, Map<Frozen, Long> frozen) {
        return fact.statDates()
                .filter(day -> fact.offset() >= frozen.getOrDefault(new Frozen(day, fact.partition()), Long.MAX_VALUE))
                .map(day -> new Score(day, fact.shopId()));
    }
}
