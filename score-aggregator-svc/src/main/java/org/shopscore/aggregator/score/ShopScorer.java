package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
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

    /** As {@link ScoreEngine#ceiling} says. */
    public Optional<BigDecimal> ceiling(Stretch stretch, LocalDate statDate) {
        return engine.ceiling(stretch, priors, profile, statDate);
    }
}
