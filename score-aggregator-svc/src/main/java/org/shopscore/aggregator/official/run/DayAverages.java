package org.shopscore.aggregator.official.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.shopscore.aggregator.category.AverageRows;
import org.shopscore.aggregator.category.Averages;
import org.shopscore.aggregator.official.input.Input;
import org.shopscore.aggregator.official.input.Inputs;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.StageRule;
import org.shopscore.metric.Lane;

/** Settles what all shops of a day are compared with, the category tree and the averages, and so which shops are not among them. */
@ApplicationScoped
public class DayAverages {

    private static final String DAY = "select averaged from official_day where stat_date = $1 for update";
    private static final String AVERAGED =
            "update official_day set averaged = true, benchmarked = true where stat_date = $1";

    private static final String WITHHELD =
            "update official_lane set withheld = true where stat_date = $1 and partition = any($2)";

    private final Pool pool;
    private final Inputs inputs;
    private final AverageRows averages;
    private final Pace pace;

    DayAverages(Pool pool, Inputs inputs, AverageRows averages, Pace pace) {
        this.pool = pool;
        this.inputs = inputs;
        this.averages = averages;
        this.pace = pace;
    }

    /** Adds the FORMAL shops among them to the averages of their own categories alone. */
    public static void count(Averages sums, Policy policy, List<Input> inputs) {
        var rule = new StageRule(policy.stages());
        for (Input input : inputs) {
            Optional<String> category = input.profile().category();
            if (category.isPresent() && rule.isFormal(input.sums())) {
                sums.count(policy, List.of(category.get()), input.sums());
            }
        }
    }

    /**
     * Once: what was settled stays. The inputs are frozen, and are counted before the transaction that settles it.
     *
     * @param incomplete partitions whose shops are WITHHELD, and so not FORMAL: of their facts some are missing
     */
    Uni<Void> settle(LocalDate statDate, Policy policy, Set<Integer> incomplete) {
        return Multi.createFrom()
                .iterable(IntStream.range(0, Lane.COUNT)
                        .filter(lane -> !incomplete.contains(lane))
                        .boxed()
                        .toList())
                .onItem()
                .transformToUni(lane -> counted(statDate, policy, lane))
                .merge(pace.lanesAtOnce())
                .collect()
                .in(Averages::none, Averages::add)
                .chain(sums -> pool.withTransaction(connection -> connection
                        .preparedQuery(DAY)
                        .execute(Tuple.of(statDate))
                        .chain(rows -> rows.iterator().next().getBoolean("averaged")
                                ? Uni.createFrom().voidItem()
                                : settle(connection, statDate, sums, incomplete))));
    }

    private Uni<Averages> counted(LocalDate statDate, Policy policy, int lane) {
        var sums = Averages.none();
        return inputs.frozen(pool, statDate, lane)
                .onItem()
                .transformToUniAndConcatenate(some -> pace.work(() -> {
                    count(sums, policy, some);
                    return Uni.createFrom().voidItem();
                }))
                .onItem()
                .ignoreAsUni()
                .replaceWith(sums);
    }

    /** In one transaction with who is withheld: a run that goes on after a kill finds feeds that are complete by then. */
    private Uni<Void> settle(SqlConnection connection, LocalDate statDate, Averages own, Set<Integer> incomplete) {
        Short[] withheld = incomplete.stream().map(Integer::shortValue).toArray(Short[]::new);
        return averages.keepTree(connection, statDate)
                .chain(() -> connection.preparedQuery(WITHHELD).execute(Tuple.of(statDate, withheld)))
                .chain(() -> averages.tree(connection, statDate))
                .chain(tree -> averages.store(connection, statDate, own.upwards(tree)))
                .chain(() -> connection.preparedQuery(AVERAGED).execute(Tuple.of(statDate)))
                .replaceWithVoid();
    }
}
