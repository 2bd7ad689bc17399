package org.shopscore.aggregator.official.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shopscore.aggregator.benchmark.Benchmarks;
import org.shopscore.aggregator.benchmark.kept.BenchmarkRows;
import org.shopscore.aggregator.entitlement.held.DayEntitlements;
import org.shopscore.aggregator.entitlement.held.ShopDay;
import org.shopscore.aggregator.official.ScoreRows;
import org.shopscore.aggregator.official.input.Input;
import org.shopscore.aggregator.official.input.Inputs;
import org.shopscore.aggregator.official.sheet.DayScorer;
import org.shopscore.metric.Lane;

/** Scores the shops of one partition, and judges what they hold, in one transaction. */
@ApplicationScoped
class LaneScores {

    private static final String PARTITION = """
            select withheld from official_lane where stat_date = $1 and partition = $2 and not scored for update skip locked
            """;
    private static final String SCORED =
            "update official_lane set scored = true where stat_date = $1 and partition = $2";

    private final Pool pool;
    private final Inputs inputs;
    private final ScoreRows scores;
    private final DayEntitlements entitlements;
    private final BenchmarkRows benchmarks;
    private final Pace pace;

    LaneScores(
            Pool pool,
            Inputs inputs,
            ScoreRows scores,
            DayEntitlements entitlements,
            BenchmarkRows benchmarks,
            Pace pace) {
        this.pool = pool;
        this.inputs = inputs;
        this.scores = scores;
        this.entitlements = entitlements;
        this.benchmarks = benchmarks;
        this.pace = pace;
    }

    /** All partitions that are not scored yet; where one fails, the others are scored all the same. */
    Uni<Void> score(DayScorer scorer) {
        return Multi.createFrom()
                .iterable(IntStream.range(0, Lane.COUNT).boxed().toList())
                .onItem()
                .transformToUni(lane -> score(scorer, lane).runSubscriptionOn(Infrastructure.getDefaultExecutor()))
                .collectFailures()
                .merge(pace.lanesAtOnce())
                .onItem()
                .ignoreAsUni();
    }

    /** Unless another process is about to. */
    private Uni<Void> score(DayScorer scorer, int lane) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(PARTITION)
                .execute(Tuple.of(scorer.statDate(), (short) lane))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : score(connection, scorer, lane, rows.iterator().next().getBoolean("withheld"))));
    }

    private Uni<Void> score(SqlConnection connection, DayScorer scorer, int lane, boolean isWithheld) {
        var counted = new Benchmarks();
        return inputs.frozen(connection, scorer.statDate(), lane)
                .onItem()
                .transformToUniAndConcatenate(some -> pace.work(() -> {
                    var rows = rows(scorer, some, isWithheld);
                    rows.forEach(row ->
                            row.category().ifPresent(category -> counted.add(category, row.placings(scorer.policy()))));
                    return store(connection, scorer, rows);
                }))
                .onItem()
                .ignoreAsUni()
                .chain(() -> benchmarks.merge(connection, scorer.statDate(), counted.upwards(scorer::categoriesFrom)))
                .chain(() -> connection.preparedQuery(SCORED).execute(Tuple.of(scorer.statDate(), (short) lane)))
                .replaceWithVoid();
    }

    private Uni<Void> store(SqlConnection connection, DayScorer scorer, List<ScoreRows.Row> rows) {
        var shops = rows.stream()
                .map(row -> new ShopDay(row.input().shopId(), row.input().profile(), row.day()))
                .toList();
        return scores.store(connection, scorer.statDate(), rows)
                .chain(() -> entitlements.store(connection, scorer.statDate(), scorer.judge(), shops));
    }

    private static List<ScoreRows.Row> rows(DayScorer scorer, List<Input> page, boolean isWithheld) {
        return page.stream()
                .map(input -> ScoreRows.Row.of(scorer, input, isWithheld, Optional.empty()))
                .toList();
    }
}
