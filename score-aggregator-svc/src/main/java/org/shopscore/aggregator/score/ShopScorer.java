package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.Counted;
import org.shopscore.aggregator.score.window.DayAmounts;
import org.shopscore.aggregator.score.window.Stretch;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.aggregator.score.window.WindowSums;

/** The engine with what is fixed for one shop: the averages of its category and its profile. */
public record ShopScorer(ScoreEngine engine, Priors priors, ShopProfile profile) {

    public Policy policy() {
        return engine.policy();
    }

    /** The sums of a window that the policy asks for. */
    public Sums sums(DayAmounts days, LocalDate last) {
        return days.windowEnding(last, engine.maturities());
    }

    /** The first of the days that {@link #sums} are made of. */
    public LocalDate firstDay(LocalDate last) {
        return new Counted(last, engine.maturities()).firstDay();
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
