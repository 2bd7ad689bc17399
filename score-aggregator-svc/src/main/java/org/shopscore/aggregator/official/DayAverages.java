package org.shopscore.aggregator.official;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.shopscore.aggregator.category.AverageRows;
import org.shopscore.aggregator.category.Averages;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.metric.Lane;

/** Settles what all shops of a day are compared with: the category tree and the averages. */
@ApplicationScoped
class DayAverages {

    private static final String AVERAGED =
            "update official_day set averaged = true, benchmarked = true where stat_date = $1";

    private final Pool pool;
    private final Policy policy;
    private final Inputs inputs;
    private final AverageRows averages;

    DayAverages(Pool pool, Policy policy, Inputs inputs, AverageRows averages) {
        this.pool = pool;
        this.policy = policy;
        this.inputs = inputs;
        this.averages = averages;
    }

    /** Once they are settled. */
    Uni<DayScorer> scorer(LocalDate statDate) {
        var engine = new ScoreEngine(policy);
        return Uni.combine()
                .all()
                .unis(averages.tree(pool, statDate), averages.of(pool, statDate))
                .with((tree, found) -> new DayScorer(engine, tree, found, statDate));
    }

    Uni<Void> settle(SqlConnection connection, LocalDate statDate) {
        var sums = Averages.none();
        long formal = policy.stages().growthBelow();
        String orders = policy.stages().validPaidOrdersMeasure();
        return averages.keepTree(connection, statDate)
                .chain(() -> averages.tree(connection, statDate))
                .chain(tree -> Multi.createFrom()
                        .iterable(IntStream.range(0, Lane.COUNT).boxed().toList())
                        .onItem()
                        .transformToMultiAndConcatenate(lane -> inputs.frozen(connection, statDate, lane))
                        .invoke(page -> page.stream()
                                .filter(input -> input.sums().sum(orders) >= formal)
                                .forEach(input -> sums.count(
                                        policy, tree.upwards(input.profile().category()), input.sums())))
                        .onItem()
                        .ignoreAsUni())
                .chain(() -> averages.store(connection, statDate, sums))
                .chain(() -> connection.preparedQuery(AVERAGED).execute(Tuple.of(statDate)))
                .replaceWithVoid();
    }
}
