package org.shopscore.aggregator.policy.dryrun.trial;

import java.time.LocalDate;
import org.shopscore.aggregator.category.Averages;
import org.shopscore.aggregator.category.Tree;
import org.shopscore.aggregator.entitlement.Judge;
import org.shopscore.aggregator.entitlement.Reach;
import org.shopscore.aggregator.official.sheet.DayScorer;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreEngine;

/**
 * A policy beside the one that a day was scored by, with the tree of that day.
 *
 * @param was what the day was scored by
 */
public record Trial(Policy policy, Tree tree, DayScorer was) {

    /** Two ways to score the same day. */
    public record Scorers(DayScorer was, DayScorer becomes, Judge wasJudge, Judge becomesJudge) {

        LocalDate statDate() {
            return was.statDate();
        }

        Reach reach() {
            return wasJudge.reach().and(becomesJudge.reach());
        }
    }

    /** @param averages of the policy's own metrics over the day's shops */
    public Scorers with(Averages averages) {
        return new Scorers(
                was,
                new DayScorer(new ScoreEngine(policy), tree, averages, was.statDate()),
                was.judge(),
                new Judge(policy));
    }
}
