package org.shopscore.aggregator.official;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.shopscore.aggregator.category.AverageRows;
import org.shopscore.aggregator.category.Averages;
import org.shopscore.aggregator.category.Tree;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.metric.Lane;

/** Settles what all shops of a day are compared with: the category tree and the averages. */
@ApplicationScoped
public class DayAverages {

    private static final String AVERAGED =
            "update official_day set averaged = true, benchmarked = true where stat_date = $1";

    private final Inputs inputs;
    private final AverageRows averages;

    DayAverages(Inputs inputs, AverageRows averages) {
        this.inputs = inputs;
        this.averages = averages;
    }

    /** Adds the FORMAL shops among them to the averages. */
    public static void count(Averages sums, Policy policy, Tree tree, List<Input> inputs) {
        long formal = policy.stages().growthBelow();
        String orders = policy.stages().validPaidOrdersMeasure();
        inputs.stream()
                .filter(input -> input.sums().sum(orders) >= formal)
                .forEach(
                        input -> sums.count(policy, tree.upwards(input.profile().category()), input.sums()));
    }

    Uni<Void> settle(SqlConnection connection, LocalDate statDate, Policy policy) {
        var sums = Averages.none();
        return averages.keepTree(connection, statDate)
                .chain(() -> averages.tree(connection, statDate))
                .chain(tree -> Multi.createFrom()
                        .iterable(IntStream.range(0, Lane.COUNT).boxed().toList())
                        .onItem()
                        .transformToMultiAndConcatenate(lane -> inputs.frozen(connection, statDate, lane))
                        .invoke(page -> count(sums, policy, tree, page))
                        .onItem()
                        .ignoreAsUni())
                .chain(() -> averages.store(connection, statDate, sums))
                .chain(() -> connection.preparedQuery(AVERAGED).execute(Tuple.of(statDate)))
                .replaceWithVoid();
    }
}
