package org.shopscore.aggregator.shop;

import jakarta.enterprise.context.ApplicationScoped;
import org.shopscore.aggregator.category.NewestAverages;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ShopProfile;
import org.shopscore.aggregator.score.ShopScorer;

/** Brings together what scores a shop now: the policy in force, its profile and the averages of its category. */
@ApplicationScoped
public class Scorers {

    private final ScoreEngine engine;
    private final Profiles profiles;
    private final NewestAverages averages;

    Scorers(ScoreEngine engine, Profiles profiles, NewestAverages averages) {
        this.engine = engine;
        this.profiles = profiles;
        this.averages = averages;
    }

    public ShopScorer of(String shopId) {
        ShopProfile profile = profiles.of(shopId);
        return new ShopScorer(engine, averages.priors(profile.category()), profile);
    }
}
