package org.shopscore.aggregator.official;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.shopscore.aggregator.category.AverageRows;
import org.shopscore.aggregator.category.Averages;
import org.shopscore.aggregator.policy.file.PolicyDocument;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.metric.Lane;

/**
 * The run of one day in steps of one transaction each: the averages, the scores of each partition, the publication. Whoever is
 * killed in between leaves whole steps behind, and the next one goes on; replicas share the partitions.
 */
@ApplicationScoped
class DayRun {

    private static final String POLICY =
            "insert into policy_document (reference, document) values ($1, $2) on conflict do nothing";
    private static final String BEGIN =
            "insert into official_day (stat_date, policy) values ($1, $2) on conflict do nothing";
    private static final String DAY = "select averaged from official_day where stat_date = $1 for update";
    private static final String AVERAGED = "update official_day set averaged = true where stat_date = $1";
    private static final String PARTITION = """
            select 1 from official_lane where stat_date = $1 and partition = $2 and not scored for update skip locked
            """;
    private static final String SCORED =
            "update official_lane set scored = true where stat_date = $1 and partition = $2";
    private static final String PUBLISH = """
            update official_day set published_at = clock_timestamp()
             where stat_date = $1 and published_at is null
               and (select count(*) from official_lane l where l.stat_date = $1 and l.scored) = $2
            """;

    private final Pool pool;
    private final PolicyDocument document;
    private final Inputs inputs;
    private final AverageRows averages;
    private final ScoreRows scores;

    DayRun(Pool pool, PolicyDocument document, Inputs inputs, AverageRows averages, ScoreRows scores) {
        this.pool = pool;
        this.document = document;
        this.inputs = inputs;
        this.averages = averages;
        this.scores = scores;
    }

    /**
     * Takes a day whose partitions are all frozen to its end.
     *
     * @param incomplete partitions whose shops are withheld
     * @return whether this call has published it
     */
    Uni<Boolean> run(LocalDate statDate, Set<Integer> incomplete) {
        var engine = new ScoreEngine(document.policy());
        return begin(statDate)
                .chain(() -> Uni.combine()
                        .all()
                        .unis(averages.tree(pool, statDate), averages.of(pool, statDate))
                        .with((tree, found) -> new DayScorer(engine, tree, found, statDate)))
                .chain(scorer -> Multi.createFrom()
                        .iterable(IntStream.range(0, Lane.COUNT).boxed().toList())
                        .onItem()
                        .transformToUniAndConcatenate(lane -> score(scorer, lane, incomplete.contains(lane)))
                        .onItem()
                        .ignoreAsUni())
                .chain(() -> pool.preparedQuery(PUBLISH).execute(Tuple.of(statDate, (long) Lane.COUNT)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The policy and the averages of the day are settled once. */
    private Uni<Void> begin(LocalDate statDate) {
        String reference = document.policy().reference();
        return pool.withTransaction(connection -> connection
                .preparedQuery(POLICY)
                .execute(Tuple.of(reference, document.text()))
                .chain(() -> connection.preparedQuery(BEGIN).execute(Tuple.of(statDate, reference)))
                .chain(() -> connection.preparedQuery(DAY).execute(Tuple.of(statDate)))
                .chain(rows -> rows.iterator().next().getBoolean("averaged")
                        ? Uni.createFrom().voidItem()
                        : average(connection, statDate)));
    }

    private Uni<Void> average(SqlConnection connection, LocalDate statDate) {
        var sums = Averages.none();
        long formal = document.policy().stages().growthBelow();
        String orders = document.policy().stages().validPaidOrdersMeasure();
        return averages.keepTree(connection, statDate)
                .chain(() -> averages.tree(connection, statDate))
                .chain(tree -> Multi.createFrom()
                        .iterable(IntStream.range(0, Lane.COUNT).boxed().toList())
                        .onItem()
                        .transformToMultiAndConcatenate(lane -> inputs.frozen(connection, statDate, lane))
                        .invoke(page -> page.stream()
                                .filter(input -> input.sums().sum(orders) >= formal)
                                .forEach(input -> sums.count(
                                        document.policy(),
                                        tree.upwards(input.profile().category()),
                                        input.sums())))
                        .onItem()
                        .ignoreAsUni())
                .chain(() -> averages.store(connection, statDate, sums))
                .chain(() -> connection.preparedQuery(AVERAGED).execute(Tuple.of(statDate)))
                .replaceWithVoid();
    }

    private Uni<Void> score(DayScorer scorer, int lane, boolean isWithheld) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(PARTITION)
                .execute(Tuple.of(scorer.statDate(), (short) lane))
                .chain(rows ->
                        rows.size() == 0 ? Uni.createFrom().voidItem() : score(connection, scorer, lane, isWithheld)));
    }

    private Uni<Void> score(SqlConnection connection, DayScorer scorer, int lane, boolean isWithheld) {
        return inputs.frozen(connection, scorer.statDate(), lane)
                .onItem()
                .transformToUniAndConcatenate(page -> scores.store(
                        connection,
                        scorer.statDate(),
                        page.stream()
                                .map(input ->
                                        new ScoreRows.Row(input, scored(scorer, input, isWithheld), Optional.empty()))
                                .toList()))
                .onItem()
                .ignoreAsUni()
                .chain(() -> connection.preparedQuery(SCORED).execute(Tuple.of(scorer.statDate(), (short) lane)))
                .replaceWithVoid();
    }

    private static Scored scored(DayScorer scorer, Input input, boolean isWithheld) {
        var sheet = scorer.score(input);
        return isWithheld ? Scored.withheld(sheet) : Scored.of(sheet);
    }
}
