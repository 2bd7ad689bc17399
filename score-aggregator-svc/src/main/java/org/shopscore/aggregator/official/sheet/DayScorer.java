package org.shopscore.aggregator.official.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.category.Averages;
import org.shopscore.aggregator.category.CategoryScorers;
import org.shopscore.aggregator.category.Tree;
import org.shopscore.aggregator.entitlement.Judge;
import org.shopscore.aggregator.official.input.Input;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;

/** Scores the inputs of one day: the same inputs give the same digits, always. */
public record DayScorer(Policy policy, Judge judge, Tree tree, CategoryScorers scorers, LocalDate statDate) {

    public DayScorer(ScoreEngine engine, Tree tree, Averages averages, LocalDate statDate) {
        this(
                engine.policy(),
                new Judge(engine.policy()),
                tree,
                new CategoryScorers(engine, tree, averages::priors),
                statDate);
    }

    /** The category and those above it, as the tree was on the day. */
    public List<String> categoriesFrom(String category) {
        return tree.upwards(Optional.of(category));
    }

    /** As {@link ScoreEngine#canScore} says. */
    public boolean canScore(Input input) {
        return scorers.of(input.profile()).engine().canScore(input.sums());
    }

    public ScoreSheet score(Input input) {
        return scorers.of(input.profile()).score(input.sums(), statDate);
    }
}
