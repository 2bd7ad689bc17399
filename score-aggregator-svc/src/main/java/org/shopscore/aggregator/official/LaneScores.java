package org.shopscore.aggregator.official;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.benchmark.Benchmarks;
import org.shopscore.aggregator.benchmark.kept.BenchmarkRows;
import org.shopscore.aggregator.entitlement.Judge;
import org.shopscore.aggregator.entitlement.held.DayEntitlements;
import org.shopscore.aggregator.entitlement.held.ShopDay;

/** Scores the shops of one partition, and judges what they hold, in one transaction. */
@ApplicationScoped
class LaneScores {

    private static final String PARTITION = """
            select 1 from official_lane where stat_date = $1 and partition = $2 and not scored for update skip locked
            """;
    private static final String SCORED =
            "update official_lane set scored = true where stat_date = $1 and partition = $2";

    private final Pool pool;
    private final Inputs inputs;
    private final ScoreRows scores;
    private final DayEntitlements entitlements;
    private final BenchmarkRows benchmarks;

    LaneScores(Pool pool, Inputs inputs, ScoreRows scores, DayEntitlements entitlements, BenchmarkRows benchmarks) {
        this.pool = pool;
        this.inputs = inputs;
        this.scores = scores;
        this.entitlements = entitlements;
        this.benchmarks = benchmarks;
    }

    /** Unless it is scored already, or another process is about to. */
    Uni<Void> score(DayScorer scorer, int lane, boolean isWithheld) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(PARTITION)
                .execute(Tuple.of(scorer.statDate(), (short) lane))
                .chain(rows ->
                        rows.size() == 0 ? Uni.createFrom().voidItem() : score(connection, scorer, lane, isWithheld)));
    }

    private Uni<Void> score(SqlConnection connection, DayScorer scorer, int lane, boolean isWithheld) {
        var judge = new Judge(scorer.policy());
        var counted = new Benchmarks();
        return inputs.frozen(connection, scorer.statDate(), lane)
                .emitOn(Infrastructure.getDefaultExecutor())
                .onItem()
                .transformToUniAndConcatenate(page -> {
                    var rows = rows(scorer, page, isWithheld);
                    rows.forEach(row ->
                            row.category().ifPresent(category -> counted.add(category, row.placings(scorer.policy()))));
                    return store(connection, scorer, judge, rows);
                })
                .onItem()
                .ignoreAsUni()
                .chain(() -> benchmarks.merge(connection, scorer.statDate(), counted.upwards(scorer::categoriesFrom)))
                .chain(() -> connection.preparedQuery(SCORED).execute(Tuple.of(scorer.statDate(), (short) lane)))
                .replaceWithVoid();
    }

    private Uni<Void> store(SqlConnection connection, DayScorer scorer, Judge judge, List<ScoreRows.Row> rows) {
        var shops = rows.stream()
                .map(row -> new ShopDay(row.input().shopId(), row.input().profile(), row.day()))
                .toList();
        return scores.store(connection, scorer.statDate(), rows)
                .chain(() -> entitlements.store(connection, scorer.statDate(), judge, shops));
    }

    private static List<ScoreRows.Row> rows(DayScorer scorer, List<Input> page, boolean isWithheld) {
        return page.stream()
                .map(input -> ScoreRows.Row.of(scorer, input, isWithheld, Optional.empty()))
                .toList();
    }
}
