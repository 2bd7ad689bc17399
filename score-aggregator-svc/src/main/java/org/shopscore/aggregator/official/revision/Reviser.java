package org.shopscore.aggregator.official.revision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.benchmark.Benchmarks;
import org.shopscore.aggregator.benchmark.Placing;
import org.shopscore.aggregator.benchmark.kept.BenchmarkRows;
import org.shopscore.aggregator.entitlement.held.Corrected;
import org.shopscore.aggregator.official.Cause;
import org.shopscore.aggregator.official.LateFact;
import org.shopscore.aggregator.official.ScoreRows;
import org.shopscore.aggregator.official.WithheldLanes;
import org.shopscore.aggregator.official.input.Input;
import org.shopscore.aggregator.official.input.Inputs;
import org.shopscore.aggregator.official.sheet.DayScorer;
import org.shopscore.aggregator.official.sheet.DayScorers;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.score.window.Counted;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.metric.Lane;

/** Writes the next revision of one score: the inputs of the newest one and what became known since, by the policy and averages of the day. */
@ApplicationScoped
class Reviser {

    private final Inputs inputs;
    private final DayScorers scorers;
    private final ScoreRows scores;
    private final BenchmarkRows benchmarks;
    private final Corrected corrected;
    private final WithheldLanes withheld;

    Reviser(
            Inputs inputs,
            DayScorers scorers,
            ScoreRows scores,
            BenchmarkRows benchmarks,
            Corrected corrected,
            WithheldLanes withheld) {
        this.inputs = inputs;
        this.scorers = scorers;
        this.scores = scores;
        this.benchmarks = benchmarks;
        this.corrected = corrected;
        this.withheld = withheld;
    }

    /**
     * @param late    facts that may count for the score; those that do not are left out
     * @param matured what its inputs hold besides measures
     */
    Uni<Void> revise(
            SqlConnection connection, LocalDate statDate, String shopId, List<LateFact> late, Maturities matured) {
        var counted = new Counted(statDate, matured);
        var facts = late.stream()
                .filter(fact -> !counted.of(fact.day(), fact.amounts()).isEmpty())
                .toList();
        var more = more(facts, counted);
        if (more.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var cause = Cause.of(facts, counted);
        return inputs.newest(connection, statDate, shopId)
                .chain(before -> inputs.revise(connection, statDate, shopId, before, matured, more)
                        .chain(input -> scorers.of(connection, statDate)
                                .chain(scorer -> withheld.contains(connection, statDate, Lane.of(shopId))
                                        .chain(isWithheld -> {
                                            var row = ScoreRows.Row.of(
                                                    scorer, input, isWithheld, Optional.of(scores.text(cause)));
                                            return scores.store(connection, statDate, List.of(row))
                                                    .chain(() -> benchmarks.merge(
                                                            connection,
                                                            statDate,
                                                            moved(scorer, before, row, isWithheld)));
                                        }))))
                .chain(() -> corrected.note(connection, statDate, shopId));
    }

    private static Map<String, Long> more(List<LateFact> facts, Counted counted) {
        var more = new HashMap<>(Sums.of(facts.stream()
                        .map(fact -> counted.of(fact.day(), fact.amounts()))
                        .toList())
                .amounts());
        more.values().removeIf(amount -> amount == 0);
        return more;
    }

    /**
     * The shop leaves the benchmarks as it was in them, and enters them as it is now.
     *
     * @param isWithheld for the feeds' sake, before and now; a verdict may have come, or gone
     */
    private static Benchmarks moved(DayScorer scorer, Optional<Input> before, ScoreRows.Row now, boolean isWithheld) {
        var changes = new Benchmarks();
        before.flatMap(input -> input.profile().category()).ifPresent(category -> {
            Input input = before.orElseThrow();
            changes.subtract(category, Placing.of(scorer.policy(), scorer.score(input), input.sums(), isWithheld));
        });
        now.category().ifPresent(category -> changes.add(category, now.placings(scorer.policy())));
        return changes.upwards(scorer::categoriesFrom);
    }
}
