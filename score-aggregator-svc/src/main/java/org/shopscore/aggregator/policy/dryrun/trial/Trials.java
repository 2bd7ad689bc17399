package org.shopscore.aggregator.policy.dryrun.trial;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.shopscore.aggregator.category.Averages;
import org.shopscore.aggregator.entitlement.Judge;
import org.shopscore.aggregator.entitlement.ScoredDay;
import org.shopscore.aggregator.entitlement.held.DayEntitlements;
import org.shopscore.aggregator.entitlement.held.ShopDay;
import org.shopscore.aggregator.official.WithheldLanes;
import org.shopscore.aggregator.official.input.Input;
import org.shopscore.aggregator.official.input.Inputs;
import org.shopscore.aggregator.official.run.DayAverages;
import org.shopscore.aggregator.official.sheet.DayScorer;
import org.shopscore.aggregator.official.sheet.DayScorers;
import org.shopscore.aggregator.policy.effect.Outcome;
import org.shopscore.aggregator.policy.effect.ShopEffect;
import org.shopscore.aggregator.policy.effect.SizeClass;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.score.ScoreSheet;

/** Scores the frozen inputs of a day by its own policy and by another one. It reads, and writes nothing. */
@ApplicationScoped
public class Trials {

    private final Pool pool;
    private final StoredPolicies policies;
    private final DayScorers scorers;
    private final Inputs inputs;
    private final DayEntitlements entitlements;
    private final WithheldLanes withheld;

    Trials(
            Pool pool,
            StoredPolicies policies,
            DayScorers scorers,
            Inputs inputs,
            DayEntitlements entitlements,
            WithheldLanes withheld) {
        this.pool = pool;
        this.policies = policies;
        this.scorers = scorers;
        this.inputs = inputs;
        this.entitlements = entitlements;
        this.withheld = withheld;
    }

    public Uni<Trial> counting(String policy, LocalDate statDate) {
        return policies.named(pool, policy)
                .chain(tried -> scorers.of(pool, statDate).map(was -> new Trial(tried, was.tree(), was)));
    }

    /** What the shops of a partition add to the averages of the policy that is tried. */
    public Uni<Averages> averages(SqlConnection connection, Trial trial, int lane) {
        var sums = Averages.none();
        return scored(connection, trial.was().statDate(), lane)
                .invoke(page -> DayAverages.count(sums, trial.policy(), page))
                .onItem()
                .ignoreAsUni()
                .replaceWith(() -> sums.upwards(trial.tree()));
    }

    /** Nothing of a partition that was withheld: it had no scores, and of its inputs some are missing. */
    private Multi<List<Input>> scored(SqlConnection connection, LocalDate statDate, int lane) {
        return withheld.contains(connection, statDate, lane)
                .onItem()
                .transformToMulti(isWithheld ->
                        isWithheld ? Multi.createFrom().empty() : inputs.frozen(connection, statDate, lane));
    }

    /** Page after page, one effect for each shop of a partition. */
    public Multi<List<ShopEffect>> effects(SqlConnection connection, Trial.Scorers scorers, int lane) {
        return scored(connection, scorers.statDate(), lane)
                .onItem()
                .transformToUniAndConcatenate(page -> entitlements
                        .trial(
                                connection,
                                scorers.statDate(),
                                page.stream().map(Input::shopId).toList(),
                                scorers.reach())
                        .map(held -> page.stream()
                                .map(input -> effect(scorers, held, input))
                                .toList()));
    }

    private static ShopEffect effect(Trial.Scorers scorers, DayEntitlements.Trial held, Input input) {
        try {
            String orders = scorers.becomes().policy().stages().validPaidOrdersMeasure();
            return new ShopEffect(
                    input.shopId(),
                    input.profile().category(),
                    SizeClass.of(input.sums().sum(orders)),
                    outcome(scorers.was(), scorers.wasJudge(), held, input),
                    outcome(scorers.becomes(), scorers.becomesJudge(), held, input));
        } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
            throw new Unscorable(input.shopId(), e);
        }
    }

    private static Outcome outcome(DayScorer scorer, Judge judge, DayEntitlements.Trial held, Input input) {
        ScoreSheet sheet = scorer.score(input);
        Optional<ScoreSheet.Result> result = sheet.result();
        var day = ScoredDay.of(
                scorer.statDate(),
                judge,
                sheet.stage().name(),
                result.map(ScoreSheet.Result::published),
                sheet,
                input.sums());
        return new Outcome(
                sheet.stage().name(),
                result.map(ScoreSheet.Result::published),
                result.map(known -> known.level().code()),
                new TreeSet<>(held.of(judge, new ShopDay(input.shopId(), input.profile(), day))));
    }
}
