package org.shopscore.aggregator.score;

import java.time.LocalDate;
import org.shopscore.aggregator.policy.Policy;

/** The engine with what is fixed for one shop: the averages of its category and its profile. */
public record ShopScorer(ScoreEngine engine, Priors priors, ShopProfile profile) {

    public Policy policy() {
        return engine.policy();
    }

    /** @param statDate the last day of the window that the sums are of */
    public ScoreSheet score(WindowSums sums, LocalDate statDate) {
        return engine.score(sums, priors, profile, statDate);
    }
}
