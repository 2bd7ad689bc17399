package org.shopscore.aggregator.official;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.category.Averages;
import org.shopscore.aggregator.category.Tree;
import org.shopscore.aggregator.entitlement.Judge;
import org.shopscore.aggregator.official.input.Input;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;

/** Scores the inputs of one day: the same inputs give the same digits, always. */
public record DayScorer(ScoreEngine engine, Judge judge, Tree tree, Averages averages, LocalDate statDate) {

    public DayScorer(ScoreEngine engine, Tree tree, Averages averages, LocalDate statDate) {
        this(engine, new Judge(engine.policy()), tree, averages, statDate);
    }

    public Policy policy() {
        return engine.policy();
    }

    /** The category and those above it, as the tree was on the day. */
    List<String> categoriesFrom(String category) {
        return tree.upwards(Optional.of(category));
    }

    public ScoreSheet score(Input input) {
        var priors = averages.priors(tree.upwards(input.profile().category()));
        return engine.score(input.sums(), priors, input.profile(), statDate);
    }
}
